export interface Title {
	tmdbId: number;
	title: string;
	year: number | null;
	posterPath: string | null;
	rating: number | null;
	here: { id: number; fileCount: number } | null;
}
interface Page {
	items: readonly Title[];
	pages: number;
}

/** A list of TMDB's that goes on as far as somebody scrolls. */
export class Feed {
	items = $state.raw<readonly Title[]>([]);
	busy = $state(false);
	fault = $state('');
	#key = '';
	#page = $state(1);
	#pages = $state(1);

	/** The first page; the same list again only renews what is known of its titles. Answers which of them it says nothing of. */
	take(key: string, { items, pages }: Page, page: number): number[] {
		if (key === this.#key) {
			const newer = new Map(items.map((item) => [item.tmdbId, item]));
			this.items = this.items.map((item) => newer.get(item.tmdbId) ?? item);
			return this.items.map(({ tmdbId }) => tmdbId).filter((id) => !newer.has(id));
		}
		this.#key = key;
		this.#page = page;
		this.#pages = pages;
		this.fault = '';
		this.items = distinct(items);
		return [];
	}

	get hasMore(): boolean {
		return this.#page < this.#pages;
	}

	/** Lists shift while one reads them: what comes twice is shown once. */
	async more(ask: (page: number) => Promise<Page>): Promise<void> {
		if (this.busy || !this.hasMore) return;
		this.busy = true;
		const key = this.#key;
		this.fault = await ask(this.#page + 1).then(
			({ items, pages }) => {
				if (key !== this.#key) return '';
				this.#page += 1;
				this.#pages = pages;
				this.items = distinct([...this.items, ...items]);
				return '';
			},
			(error: unknown) => (error instanceof Error ? error.message : String(error))
		);
		this.busy = false;
	}

	/** Which of some titles are in the house by now. */
	mark(ids: readonly number[], here: ReadonlyMap<number, Title['here']>): void {
		const asked = new Set(ids);
		this.items = this.items.map((item) =>
			asked.has(item.tmdbId) ? { ...item, here: here.get(item.tmdbId) ?? null } : item
		);
	}
}

const distinct = (items: readonly Title[]) => [...new Map(items.map((item) => [item.tmdbId, item])).values()];
