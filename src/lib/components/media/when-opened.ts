import { untrack } from 'svelte';

/** For `$effect`: begins anew each time a dialog opens, and not when the page behind it is refreshed. */
export function whenOpened(open: boolean, begin: () => void): void {
	if (open) untrack(begin);
}
