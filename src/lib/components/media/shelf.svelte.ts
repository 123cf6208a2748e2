import type { ShelfItem } from '#core/library/item-query.ts';

export const pageLength = 48;

export interface ShelfStart {
	kind: 'movie' | 'series';
	/** The list's filters and sort, as its address has them. */
	query: string;
	items: readonly ShelfItem[];
	total: number;
	next?: string | undefined;
}
interface Marks {
	total: number;
	cursors: string[];
	letters: { letter: string; count: number }[];
}

/** A list of any length, of which only the pages that somebody looked at are here. */
export class Shelf {
	total = $state(0);
	letters = $state.raw<Marks['letters']>([]);
	/** Said when a page could not be had. */
	fault = $state('');
	#version = $state(0);
	#items: (ShelfItem | undefined)[] = [];
	#cursors: (string | undefined)[] = [undefined];
	#start: ShelfStart;
	#marks: Promise<void> | undefined;
	#underWay = new Map<number, Promise<void>>();
	#stale = new Set<number>();
	#age = 0;

	constructor(start: ShelfStart) {
		this.#start = start;
		this.#fill(start);
	}

	#fill({ items, total, next }: ShelfStart) {
		this.#items = [...items];
		this.#cursors = [undefined];
		if (next !== undefined) this.#cursors[1] = next;
		this.total = total;
	}

	/** Another list, or the same one with newer first items. */
	take(start: ShelfStart): 'same' | 'refreshed' | 'other' {
		if (start === this.#start) return 'same';
		const before = this.#start;
		this.#start = start;
		this.#marks = undefined;
		this.#age++;
		this.#underWay.clear();
		this.#version++;
		if (before.query === start.query && before.kind === start.kind) {
			// What is on the screen stays until its newer page has come.
			this.#stale = new Set(this.#items.keys().map((index) => Math.floor(index / pageLength)));
			this.#stale.delete(0);
			this.#items.splice(0, start.items.length, ...start.items);
			this.#items.length = Math.min(this.#items.length, start.total);
			this.#cursors = [undefined, start.next];
			this.total = start.total;
			return 'refreshed';
		}
		this.#stale.clear();
		this.letters = [];
		this.#fill(start);
		return 'other';
	}

	at(index: number): ShelfItem | undefined {
		void this.#version;
		return this.#items[index];
	}

	/** Shows a change before the server has confirmed it. */
	change(ids: ReadonlySet<number>, patch: Partial<ShelfItem>): void {
		this.#items = this.#items.map((item) => (item && ids.has(item.id) ? { ...item, ...patch } : item));
		this.#version++;
	}

	/** Brings what lies between two places. */
	async want(from: number, to: number): Promise<void> {
		const first = Math.floor(from / pageLength);
		const last = Math.floor(Math.max(from, Math.min(to, this.total) - 1) / pageLength);
		const pages: number[] = [];
		for (let page = first; page <= last; page++) if (this.#missing(page)) pages.push(page);
		await Promise.all(pages.map((page) => this.#bring(page)));
	}

	#missing(page: number): boolean {
		if (page * pageLength >= this.total) return false;
		return this.#stale.has(page) || this.#items[page * pageLength] === undefined;
	}

	#bring(page: number): Promise<void> {
		const known = this.#underWay.get(page);
		if (known) return known;
		const age = this.#age;
		const work = this.#load(page, age)
			.catch((error: unknown) => {
				if (age === this.#age) this.fault = error instanceof Error ? error.message : String(error);
			})
			.finally(() => age === this.#age && this.#underWay.delete(page));
		this.#underWay.set(page, work);
		return work;
	}

	async #load(page: number, age: number): Promise<void> {
		if (page > 0 && this.#cursors[page] === undefined) await this.mark();
		const cursor = this.#cursors[page];
		if (page > 0 && cursor === undefined) return;
		const answer = await this.#ask<{ items: ShelfItem[]; next?: string }>('/api/library/shelf', {
			limit: String(pageLength),
			...(cursor !== undefined && { cursor })
		});
		if (age !== this.#age) return;
		for (const [index, item] of answer.items.entries()) this.#items[page * pageLength + index] = item;
		if (answer.next !== undefined) this.#cursors[page + 1] ??= answer.next;
		this.#stale.delete(page);
		this.fault = '';
		this.#version++;
	}

	/** Learns where every page and letter begins. */
	mark(): Promise<void> {
		return (this.#marks ??= this.#readMarks(this.#age));
	}

	async #readMarks(age: number): Promise<void> {
		const marks = await this.#ask<Marks>('/api/library/shelf/marks', { every: String(pageLength) });
		if (age !== this.#age) return;
		this.#cursors = [undefined, ...marks.cursors];
		this.letters = marks.letters;
		this.total = marks.total;
	}

	async #ask<T>(path: string, more: Record<string, string>): Promise<T> {
		const query = new URLSearchParams(this.#start.query);
		query.set('kind', this.#start.kind);
		for (const [key, value] of Object.entries(more)) query.set(key, value);
		const answer = await fetch(`${path}?${query}`);
		const body = (await answer.json()) as T & { error?: { message: string } };
		if (!answer.ok) throw new Error(body.error?.message ?? answer.statusText);
		return body;
	}
}
