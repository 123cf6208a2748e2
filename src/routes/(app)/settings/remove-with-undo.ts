import type { SubmitFunction } from '@sveltejs/kit';
import { goto, invalidateAll } from '$app/navigation';
import { toast } from '$lib/ui/toast.svelte.ts';

interface Removal {
	/** Where to go afterwards. */
	back: string;
	/** Takes a definition back by POST. */
	api: string;
	said(name: string): string;
	undo: string;
}

const post = (address: string, body: object) =>
	fetch(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body)
	});

/** For a form that removes a definition: acts at once, and offers to take it back. */
export const removeWithUndo =
	({ back, api, said, undo }: Removal): SubmitFunction =>
	() =>
	async ({ result, update }) => {
		if (result.type !== 'success') return update();
		const { removed, undoId } = result.data as { removed: { name: string }; undoId?: number };
		await goto(back, { invalidateAll: true });
		toast(said(removed.name), {
			action: {
				label: undo,
				async run() {
					await post(api, removed);
					// What hung on it returns to it.
					if (undoId !== undefined) await post('/api/library/undo', { id: undoId });
					await invalidateAll();
				}
			}
		});
	};
