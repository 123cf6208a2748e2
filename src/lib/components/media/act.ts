import { invalidate } from '$app/navigation';
import type { I18n } from '$lib/i18n/i18n.ts';
import { toast } from '$lib/ui/toast.svelte.ts';
import { libraryApi, type UndoStep } from './library-api.ts';

export const refreshLibrary = (): Promise<void> => invalidate('bijou:library');

/** Does it, says so, and offers the way back where there is one. */
export async function act(t: I18n['t'], run: () => Promise<unknown>, said?: string): Promise<boolean> {
	try {
		const { undoId } = ((await run()) ?? {}) as UndoStep;
		if (said !== undefined)
			toast(said, undefined === undoId ? {} : { action: { label: t('Undo'), run: () => undo(t, undoId) } });
		return true;
	} catch (error) {
		toast(error instanceof Error ? t(error.message) : String(error), { tone: 'bad' });
		return false;
	} finally {
		await refreshLibrary();
	}
}

async function undo(t: I18n['t'], id: number): Promise<void> {
	await act(t, () => libraryApi.undo(id), t('It is as it was'));
}
