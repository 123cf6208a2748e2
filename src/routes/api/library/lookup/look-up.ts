interface Ids {
	tmdb?: number;
	imdb?: string;
	tvdb?: number;
	tvmaze?: number;
}
interface Hit {
	source: string;
	ids: Ids;
}
interface Source<H extends Hit> {
	search(
		kind: 'movie' | 'series',
		title: string,
		options: { year?: number | undefined; signal: AbortSignal }
	): Promise<H[]>;
	find(kind: 'movie' | 'series', ids: Ids, signal: AbortSignal): Promise<H | undefined>;
}

const most = 30;

/** What was typed may be an id of another database. */
export function idsIn(text: string): Ids | undefined {
	const imdb = /\btt\d{6,9}\b/.exec(text)?.[0];
	if (imdb) return { imdb };
	const tvdb = /^tvdb[:\s-]*(\d+)$/i.exec(text)?.[1];
	return tvdb ? { tvdb: Number(tvdb) } : undefined;
}

/** Asks all sources at once; one that fails does not hide what the others know. */
export async function lookUp<H extends Hit>(
	sources: readonly Source<H>[],
	{ kind, q, year }: { kind: 'movie' | 'series'; q: string; year?: number | undefined },
	signal: AbortSignal
): Promise<{ items: H[] }> {
	const ids = idsIn(q);
	const asked = await Promise.allSettled(
		sources.map(async (source) => {
			if (!ids) return source.search(kind, q, { year, signal });
			const found = await source.find(kind, ids, signal);
			return found ? [found] : [];
		})
	);
	const answers = asked.filter((answer) => answer.status === 'fulfilled').map(({ value }) => value);
	if (answers.length === 0) throw (asked[0] as PromiseRejectedResult).reason;
	return { items: answers.flat().slice(0, most) };
}
