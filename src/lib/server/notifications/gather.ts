/** Collects what comes within `ms` of the first, so that a hundred failures make one note. */
export function createGather<T>(ms: number, flush: (items: T[]) => void) {
	let items: T[] = [];
	let timer: NodeJS.Timeout | undefined;

	function now() {
		clearTimeout(timer);
		timer = undefined;
		const gathered = items;
		items = [];
		if (gathered.length > 0) flush(gathered);
	}
	return {
		add(item: T) {
			items.push(item);
			timer ??= setTimeout(now, ms);
		},
		now
	};
}
