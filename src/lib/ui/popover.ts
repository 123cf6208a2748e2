const gap = 6;

/**
 * Puts an open popover under its button, or over it where there is no room, always inside the window. Browsers that know
 * anchors do it by style alone (`position-area`), before scripts and while scrolling; this is for the others.
 */
export function placeBeside(popover: HTMLElement, button: HTMLElement, align: 'start' | 'end' = 'end'): void {
	if (CSS.supports('position-area', 'bottom')) return;
	const target = button.getBoundingClientRect();
	const { offsetWidth: width, offsetHeight: height } = popover;
	const wanted = align === 'end' ? target.right - width : target.left;
	const below = target.bottom + gap;
	const fits = below + height < innerHeight - gap;
	const top = fits ? below : Math.max(gap, target.top - height - gap);
	const left = Math.min(innerWidth - width - gap, Math.max(gap, wanted));
	Object.assign(popover.style, { inset: 'auto', margin: '0', top: `${top}px`, left: `${left}px` });
}

/** Arrow keys, Home, End and first letters walk a menu's entries. */
export function rove(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
	const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)')];
	const at = entries.indexOf(document.activeElement as HTMLElement);
	const next = destination(event.key, at, entries);
	if (!next) return;
	event.preventDefault();
	next.focus();
}

function destination(key: string, at: number, entries: HTMLElement[]): HTMLElement | undefined {
	if (key === 'ArrowDown') return entries[(at + 1) % entries.length];
	if (key === 'ArrowUp') return entries.at(at <= 0 ? -1 : at - 1);
	if (key === 'Home') return entries[0];
	if (key === 'End') return entries.at(-1);
	if (key.length !== 1 || key === ' ') return undefined;
	const turned = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
	return turned.find((entry) => entry.textContent.trim().toLowerCase().startsWith(key.toLowerCase()));
}
