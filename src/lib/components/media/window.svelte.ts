import type { Attachment } from 'svelte/attachments';

const overscanRows = 3;
const firstCells = 48;

interface Span {
	total(): number;
	/** Before the page is measured: what the server drew. */
	first: number;
}

/** Which cells of a long grid stand near the window; the others are room above and below. */
export class GridWindow {
	from = $state(0);
	to = $state(0);
	columns = $state(1);
	places = $derived(
		Array.from({ length: Math.max(0, this.to - this.from) }, (_, offset) => this.from + offset)
	);
	#grid: HTMLElement | undefined;
	#rowHeight = 0;
	#span: Span;

	constructor(span: Span) {
		this.#span = span;
		this.to = Math.min(span.first, span.total());
	}

	readonly attach: Attachment<HTMLElement> = (grid) => {
		this.#grid = grid;
		this.look();
		const measured = new ResizeObserver(() => this.look());
		measured.observe(grid);
		const scrolled = () => this.look();
		addEventListener('scroll', scrolled, { passive: true });
		addEventListener('resize', scrolled);
		return () => {
			measured.disconnect();
			removeEventListener('scroll', scrolled);
			removeEventListener('resize', scrolled);
			this.#grid = undefined;
		};
	};

	/** Room is made right here, without waiting for the drawing, so that the page keeps its height while it scrolls. */
	look(): void {
		const grid = this.#grid;
		if (!grid) return;
		const cell = grid.querySelector<HTMLElement>(':scope > [data-cell]');
		if (!cell) return this.#begin();
		const style = getComputedStyle(grid);
		const columns = style.gridTemplateColumns.split(' ').length;
		const height = cell.getBoundingClientRect().height + (Number.parseFloat(style.rowGap) || 0);
		if (height < 8) return;
		this.#rowHeight = height;
		const total = this.#span.total();
		const rows = Math.ceil(total / columns);
		const above = -grid.getBoundingClientRect().top;
		const firstRow = Math.max(0, Math.min(rows, Math.floor(above / height)) - overscanRows);
		const lastRow = Math.min(rows, firstRow + Math.ceil(innerHeight / height) + 2 * overscanRows + 1);
		grid.style.paddingTop = `${firstRow * height}px`;
		grid.style.paddingBottom = `${(rows - lastRow) * height}px`;
		this.columns = columns;
		this.from = firstRow * columns;
		this.to = Math.min(total, lastRow * columns);
	}

	/** An empty wall has nothing to measure: what comes first is drawn unmeasured, as the server would. */
	#begin(): void {
		this.from = 0;
		this.to = Math.min(this.#span.total(), firstCells);
	}

	/** Where the page must scroll for a cell to stand at the top. */
	offsetOf(index: number): number {
		const grid = this.#grid;
		if (!grid) return 0;
		return scrollY + grid.getBoundingClientRect().top + Math.floor(index / this.columns) * this.#rowHeight;
	}
}
