import type { Attachment } from 'svelte/attachments';

const delayMs = 350;

/** `{@attach tooltip('Run now')}`: shown on hover and on keyboard focus; the element keeps its own spoken name. */
export function tooltip(text: string | undefined): Attachment<Element> {
	return (element) => {
		if (!text) return;
		let bubble: HTMLElement | undefined;
		let timer: ReturnType<typeof setTimeout> | undefined;

		const hide = () => {
			clearTimeout(timer);
			bubble?.remove();
			bubble = undefined;
		};
		const show = () => {
			hide();
			bubble = document.createElement('div');
			bubble.className = 'bijou-tooltip';
			bubble.popover = 'manual';
			bubble.setAttribute('aria-hidden', 'true');
			bubble.textContent = text;
			document.body.append(bubble);
			bubble.showPopover();
			place(bubble, element.getBoundingClientRect());
		};
		const soon = (event: Event) => {
			if (event instanceof PointerEvent && event.pointerType === 'touch') return;
			if (event.type === 'focusin' && !element.matches(':focus-visible')) return;
			clearTimeout(timer);
			timer = setTimeout(show, delayMs);
		};
		const listen = { pointerenter: soon, focusin: soon, pointerleave: hide, focusout: hide, click: hide };
		for (const [name, listener] of Object.entries(listen)) element.addEventListener(name, listener);
		return () => {
			hide();
			for (const [name, listener] of Object.entries(listen)) element.removeEventListener(name, listener);
		};
	};
}

function place(bubble: HTMLElement, target: DOMRect): void {
	const { width, height } = bubble.getBoundingClientRect();
	const left = Math.min(innerWidth - width - 8, Math.max(8, target.left + target.width / 2 - width / 2));
	const above = target.top - height - 8;
	bubble.style.left = `${left}px`;
	bubble.style.top = `${above > 8 ? above : target.bottom + 8}px`;
}
