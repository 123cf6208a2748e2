/** `{@attach edges.watch}` on what scrolls sideways: knows whether there is more on either side. */
export function scrollEdges() {
	let row = $state<HTMLElement>();
	let at = $state({ start: true, end: true });

	return {
		get start() {
			return at.start;
		},
		get end() {
			return at.end;
		},
		turn(way: 1 | -1) {
			const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
			row?.scrollBy({ left: way * row.clientWidth * 0.85, behavior: still ? 'instant' : 'smooth' });
		},
		watch(element: HTMLElement) {
			row = element;
			const look = () => {
				const rest = element.scrollWidth - element.clientWidth - element.scrollLeft;
				at = { start: element.scrollLeft < 8, end: rest < 8 };
			};
			const sized = new ResizeObserver(look);
			sized.observe(element);
			if (element.firstElementChild) sized.observe(element.firstElementChild);
			element.addEventListener('scroll', look, { passive: true });
			return () => {
				sized.disconnect();
				element.removeEventListener('scroll', look);
			};
		}
	};
}
