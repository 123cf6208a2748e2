export interface Shortcuts {
	/** Cmd/Ctrl-K and `/`. */
	search(): void;
	/** `?` */
	help(): void;
	/** `g`, then this letter. */
	go(letter: string): boolean;
}

const chordMs = 1200;
const typesText =
	'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]';

/** The listener for the window's keydown; it keeps out of the way of typing and of open dialogs. */
export function shortcutListener(shortcuts: Shortcuts): (event: KeyboardEvent) => void {
	let chordUntil = 0;
	return (event) => {
		if (event.defaultPrevented || event.isComposing) return;
		if ((event.metaKey || event.ctrlKey) && !event.altKey && event.key.toLowerCase() === 'k') {
			event.preventDefault();
			shortcuts.search();
			return;
		}
		if (event.metaKey || event.ctrlKey || event.altKey || isBusy(event.target)) return;
		if (event.timeStamp < chordUntil && shortcuts.go(event.key.toLowerCase())) event.preventDefault();
		else if (event.key === '/') {
			event.preventDefault();
			shortcuts.search();
		} else if (event.key === '?') shortcuts.help();
		chordUntil = event.key === 'g' ? event.timeStamp + chordMs : 0;
	};
}

function isBusy(target: EventTarget | null): boolean {
	if (document.querySelector('dialog:modal')) return true;
	return target instanceof Element && target.closest(typesText) !== null;
}
