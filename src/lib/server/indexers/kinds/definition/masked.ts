import { AppError } from '#server/platform/errors.ts';

/** Runs something whose faults may quote addresses, and takes the secrets out of what they say. */
export async function withMaskedFaults<T>(mask: (text: string) => string, run: () => Promise<T>): Promise<T> {
	try {
		return await run();
	} catch (error) {
		if (!(error instanceof AppError) || mask(error.message) === error.message) throw error;
		throw new AppError(error.code, mask(error.message), { status: error.status, details: error.details });
	}
}
