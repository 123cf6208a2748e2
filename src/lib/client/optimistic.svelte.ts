import { invalidateAll } from '$app/navigation';
import { toast } from '$lib/ui/toast.svelte.ts';

interface Optimistic<T> {
	/** Shows the wished-for state at once; returns the state to go back to. */
	apply(): T;
	revert(before: T): void;
	/** The request itself. */
	send(): Promise<unknown>;
	/** Said when the server refuses. */
	refusal(error: Error): string;
}

/** Acts as if it had already happened, and takes it back with a word when it does not. */
export async function optimistic<T>({ apply, revert, send, refusal }: Optimistic<T>): Promise<boolean> {
	const before = apply();
	try {
		await send();
		return true;
	} catch (error) {
		revert(before);
		toast(refusal(error instanceof Error ? error : new Error(String(error))), { tone: 'bad' });
		await invalidateAll();
		return false;
	}
}
