/** The poster that was opened last: it flies to its page, and from there back to its place. */
let opened = '';

export const openedPoster = (): string => opened;

export function takeOff(key: string, frame: Element | null): void {
	opened = key;
	for (const other of document.querySelectorAll<HTMLElement>('[data-poster]'))
		other.style.viewTransitionName = 'none';
	if (frame instanceof HTMLElement) frame.style.viewTransitionName = 'poster';
}
