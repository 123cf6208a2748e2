const typesText = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** A page's own single keys; they keep out of the way of typing, dialogs and the browser's shortcuts. */
export const pageKey =
	(keys: Record<string, () => unknown>) =>
	(event: KeyboardEvent): void => {
		const run = keys[event.key];
		if (!run || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
		if (document.querySelector('dialog:modal, [popover]:popover-open')) return;
		if (event.target instanceof Element && event.target.closest(typesText)) return;
		run();
	};
