import { invalidate } from '$app/navigation';
import type { I18n } from '$lib/i18n/i18n.ts';
import { toast } from '$lib/ui/toast.svelte.ts';
import { ask, libraryApi, type UndoSteps } from './library-api.ts';

export const refreshLibrary = (): Promise<void> => invalidate('bijou:library');

/** Does it, says so, and offers the way back where there is one. */
export async function act(t: I18n['t'], run: () => Promise<unknown>, said?: string): Promise<boolean> {
	try {
		const { undoId, undoIds = undoId === undefined ? [] : [undoId] } = ((await run()) ?? {}) as UndoSteps;
		if (said !== undefined) tell(t, said, undoIds);
		return true;
	} catch (error) {
		toast(error instanceof Error ? t(error.message) : String(error), { tone: 'bad' });
		return false;
	} finally {
		await refreshLibrary();
	}
}

function tell(t: I18n['t'], said: string, undoIds: readonly number[]): void {
	const undo = async () => {
		for (const id of undoIds.toReversed()) await libraryApi.undo(id);
	};
	const run = async () => void (await act(t, undo, t('It is as it was')));
	toast(said, undoIds.length > 0 ? { action: { label: t('Undo'), run }, durationMs: 15_000 } : {});
}

const lookMs = 400;
const mostLooks = 150;

/** Waits for a job of the house and answers what it left; its fault is thrown. */
export async function jobResult<T>(id: number): Promise<T> {
	for (let look = 0; look < mostLooks; look++) {
		const job = await ask<{ state: string; result?: unknown; error?: string | null }>(
			'GET',
			`/api/jobs/${id}`
		);
		if (job.state === 'done' || job.state === 'completed') return job.result as T;
		if (job.state === 'failed' || job.state === 'cancelled')
			throw new Error(job.error ?? 'It was cancelled.');
		await new Promise((later) => setTimeout(later, lookMs));
	}
	return {} as T;
}
