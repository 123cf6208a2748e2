import type { Companion } from '#core/importing/companion.ts';
import { ask } from '$lib/components/media/library-api.ts';

export interface Target {
	kind: 'movie' | 'series';
	itemId?: number | undefined;
	add?:
		| {
				source: 'tmdb' | 'tvmaze' | 'name';
				sourceId?: number | undefined;
				title: string;
				year?: number | undefined;
				posterPath?: string | undefined;
		  }
		| undefined;
}

export interface Guess {
	kind: 'movie' | 'series';
	itemId?: number | undefined;
	source?: 'tmdb' | 'tvmaze' | undefined;
	sourceId?: number | undefined;
	title: string;
	year?: number | undefined;
	posterPath?: string | undefined;
	confidence: number;
	reasons: string[];
}

export interface Row {
	id: number;
	path: string;
	sizeBytes: number;
	state: 'ready' | 'there' | 'unsure' | 'unknown' | 'blocked' | 'refused';
	message: string | null;
	refusal: { message: string; soft: boolean } | null;
	overruled: boolean;
	chosen: boolean;
	target: Target | null;
	sure: boolean;
	confidence: number;
	reasons: string[];
	guesses: Guess[];
	title: string | null;
	year: number | null;
	season: number | null;
	episodes: number[];
	episodeTitles: string[];
	quality: string | null;
	languages: string[];
	group: string | null;
	edition: string | null;
	probe: unknown;
	companions: Companion[];
	root: string | null;
	destination: string | null;
	existing: 'replace' | 'keep';
	standing: {
		fileId: number | null;
		path: string;
		quality: string | null;
		sizeBytes: number;
		verdict: 'better' | 'same' | 'worse';
		reason: string;
	}[];
	collides: boolean;
	outcome: 'imported' | 'failed' | null;
	fault: string | null;
	itemId: number | null;
}

export interface Edit {
	chosen?: boolean;
	target?: Target;
	season?: number | null;
	episodes?: string;
	quality?: string | null;
	languages?: string[];
	group?: string | null;
	edition?: string | null;
	existing?: 'replace' | 'keep';
	rootFolderId?: number | null;
	profileId?: string | null;
	overruled?: boolean;
	/** Companions that stay where they are. */
	leave?: string[];
	numberFrom?: number;
}

export type Show = 'all' | 'ready' | 'attention' | 'refused' | 'imported';

export interface Page {
	items: Row[];
	total: number;
	next?: string;
}

/** The rows of one look: a first page comes with the page, more as one scrolls. */
export class LookRows {
	items = $state.raw<Row[]>([]);
	total = $state(0);
	next = $state<string>();
	loading = $state(false);
	#address: string;
	#show: string;

	constructor(lookId: number, show: string, first: Page) {
		this.#address = `/api/import/look/${lookId}/rows`;
		this.#show = show;
		this.renew(first);
	}

	/** The newest first page; what was loaded beyond it is asked for again. */
	renew(first: Page): void {
		const beyond = this.items.slice(first.items.length);
		this.items = [...first.items, ...beyond];
		this.total = first.total;
		if (beyond.length === 0) this.next = first.next;
		else void this.#reload(first.next, beyond.length);
	}

	async #reload(cursor: string | undefined, count: number): Promise<void> {
		const head = this.items.slice(0, this.items.length - count);
		const rest: Row[] = [];
		let at = cursor;
		while (at && rest.length < count) {
			const page = await this.#page(at);
			rest.push(...page.items);
			at = page.next;
		}
		this.items = [...head, ...rest];
		this.next = at;
	}

	#page(cursor: string): Promise<Page> {
		const query = new URLSearchParams({ filter: this.#show, limit: '100', cursor });
		return ask<Page>('GET', `${this.#address}?${query}`);
	}

	async more(): Promise<void> {
		if (!this.next || this.loading) return;
		this.loading = true;
		const page = await this.#page(this.next).finally(() => (this.loading = false));
		this.items = [...this.items, ...page.items];
		this.next = page.next;
		this.total = page.total;
	}

	/** Says it to the server and shows what came of it. */
	async edit(rows: number[] | Show | 'chosen', set: Edit): Promise<void> {
		if (set.chosen !== undefined && Object.keys(set).length === 1) {
			const { chosen } = set;
			const isMeant = (row: Row) =>
				Array.isArray(rows) ? rows.includes(row.id) : !row.refusal || row.overruled || !chosen;
			this.items = this.items.map((row) => (isMeant(row) ? { ...row, chosen } : row));
		}
		const { items } = await ask<{ items: Row[] }>('PATCH', this.#address, { rows, set });
		const changed = new Map(items.map((row) => [row.id, row]));
		this.items = this.items.map((row) => changed.get(row.id) ?? row);
	}
}
