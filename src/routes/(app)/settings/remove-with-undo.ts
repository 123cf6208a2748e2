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

/** For a form that removes a definition: acts at once, and offers to take it back. */
export const removeWithUndo =
	({ back, api, said, undo }: Removal): SubmitFunction =>
	() =>
	async ({ result, update }) => {
		if (result.type !== 'success') return update();
		const removed = result.data?.['removed'] as { name: string };
		await goto(back, { invalidateAll: true });
		toast(said(removed.name), {
			action: {
				label: undo,
				async run() {
					await fetch(api, {
						method: 'POST',
						headers: { 'content-type': 'application/json' },
						body: JSON.stringify(removed)
					});
					await invalidateAll();
				}
			}
		});
	};
