import { judge } from '#core/decision/judge.ts';
import type { App } from '#server/app.ts';
import type { Found, Outcome, SearchEvent } from '#server/indexers/module.ts';
import { askedItem, otherThan, type AskedItem } from './asked-item.ts';
import { toWish, type SearchQuery } from './wish.ts';

type Source = Found['sources'][number];

/** A release as the search page and other programs see it. */
export interface ReleaseLine {
	id: string;
	title: string;
	protocol: 'torrent' | 'usenet';
	sizeBytes?: number;
	publishedAt?: number;
	seeders?: number;
	leechers?: number;
	grabs?: number;
	categories: number[];
	infoHash?: string;
	magnet?: string;
	/** Path of the file, when it is more than a magnet. */
	download?: string;
	/** In place of `download` where there is a magnet only: what a grab takes. */
	grab?: string;
	details?: string;
	freeleech: boolean;
	/** Best first. `grab` asks for it there. */
	indexers: { id: number; name: string; details?: string; seeders?: number; grab?: string }[];
	/** The rung it stands on, such as WEBDL-1080p. */
	quality: string;
	score: number;
	accepted: boolean;
	formats: { name: string; score: number }[];
	reasons: string[];
}
export type Line =
	| Extract<SearchEvent, { kind: 'started' | 'done' }>
	| { kind: 'releases'; releases: ReleaseLine[] }
	| { kind: 'outcome'; outcome: Outcome };

const judgedKinds = { movie: 'movie', series: 'series' } as const;

/** Few at once: judging must not keep others waiting. */
const lot = 100;

export function toLines(
	app: App,
	query: SearchQuery,
	{ userId, signal }: { userId: string; signal: AbortSignal }
): AsyncGenerator<Line, void> {
	const { indexers } = query;
	const asked = askedItem(app, userId, query);
	const events = app.indexers.search(toWish(query, asked), { signal, ...(indexers && { indexers }) });
	return asLines(app, events, judging(app, query, asked));
}

async function* asLines(
	app: App,
	events: AsyncGenerator<SearchEvent, void>,
	verdictOn: (found: Found) => Verdict
): AsyncGenerator<Line, void> {
	for await (const event of events) {
		if (event.kind !== 'releases') {
			yield event;
			continue;
		}
		for (let at = 0; at < event.releases.length; at += lot) {
			const part = event.releases.slice(at, at + lot);
			yield { kind: 'releases', releases: part.map((found) => line(app, found, verdictOn(found))) };
			await new Promise((resolve) => setImmediate(resolve));
		}
	}
}

type Verdict = Pick<ReleaseLine, 'quality' | 'score' | 'accepted' | 'formats' | 'reasons'>;

function judging(app: App, { profileId, type }: SearchQuery, asked: AskedItem | undefined) {
	const { profiles } = app;
	const profile = profileId ? profiles.profiles.get(profileId) : (asked?.profile ?? profiles.fallback());
	const matcher = profiles.matcher();
	const byType = type in judgedKinds ? judgedKinds[type as keyof typeof judgedKinds] : undefined;
	const kind = asked?.kind ?? byType;
	// A pack is as long as its episodes together, which its name does not tell.
	const minutes = asked?.kind === 'movie' ? asked.minutes : undefined;
	const known = new Map<string, Verdict>();
	return ({ release: { title, sizeBytes } }: Found): Verdict => {
		const key = `${sizeBytes}:${title}`;
		const before = known.get(key);
		if (before) return before;
		const options = { now: Date.now(), kind, sizeBytes, minutes, originalLanguage: asked?.originalLanguage };
		const judged = judge([title], { profile, matcher }, options).items[0]!;
		const other = asked && otherThan(asked, judged.parsed);
		const reasons = judged.rejects.map(({ message }) => message);
		const verdict = {
			quality: judged.quality,
			score: judged.score,
			accepted: judged.accepted && !other,
			formats: judged.formats.map(({ name, score }) => ({ name, score })),
			reasons: other ? [other, ...reasons] : reasons
		};
		known.set(key, verdict);
		return verdict;
	};
}

function line(app: App, { id, release, sources }: Found, verdict: Verdict): ReleaseLine {
	const { title, protocol, categories, downloadVolumeFactor } = release;
	const [best, ...others] = sources as [Source, ...Source[]];
	const own = tokenOf(app, best);
	return {
		id,
		title,
		protocol,
		categories,
		...said({
			sizeBytes: release.sizeBytes,
			publishedAt: release.publishedAt,
			seeders: release.seeders,
			leechers: release.leechers,
			grabs: release.grabs,
			infoHash: release.infoHash,
			magnet: release.magnet,
			details: release.details,
			download: best.release.download && own && `/api/search/download/${own}`,
			grab: best.release.download ? undefined : own
		}),
		freeleech: downloadVolumeFactor === 0,
		indexers: [
			listing(best),
			...others.map((source, index) => ({
				...listing(source),
				...(index < mostOthers && said({ grab: tokenOf(app, source) }))
			}))
		],
		...verdict
	};
}

/** Links are long, and a release comes again with each indexer that lists it: they are signed once, for a few. */
const tokens = new WeakMap<Source['release'], string>();
const mostOthers = 5;

function tokenOf(app: App, source: Source): string | undefined {
	const { indexerId, release } = source;
	const link = release.download ?? release.magnet;
	if (!link) return undefined;
	const token = tokens.get(release) ?? app.indexers.links.sign({ indexerId, link, title: release.title });
	tokens.set(release, token);
	return token;
}

const listing = ({ indexerId, indexer, release: { details, seeders } }: Source) => ({
	id: indexerId,
	name: indexer,
	...said({ details, seeders })
});

type Said<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const said = <T extends object>(values: T): Said<T> =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Said<T>;

/**
 * One line an event; when the reader leaves, the search ends. The stream is told of that in any case: the signal of a
 * request is lost once nobody holds the request any more, and it may be gone long before its answer.
 */
export function ndjson(
	begin: (signal: AbortSignal) => AsyncGenerator<Line, void>,
	{ log }: Pick<App, 'log'>
): Response {
	const encoder = new TextEncoder();
	const leaving = new AbortController();
	const lines = begin(leaving.signal);
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const next = await lines.next().catch((error: unknown) => {
				// The answer has begun: nobody else will tell of it.
				if (!leaving.signal.aborted) log.error({ err: error }, 'a search broke off');
				throw error;
			});
			if (next.done) controller.close();
			else controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`));
		},
		cancel() {
			leaving.abort();
			lines.return().catch(() => undefined);
		}
	});
	return new Response(body, {
		headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' }
	});
}

export async function whole(lines: AsyncGenerator<Line, void>) {
	const releases = new Map<string, ReleaseLine>();
	const indexers: Outcome[] = [];
	let ms = 0;
	for await (const event of lines) {
		if (event.kind === 'releases') for (const release of event.releases) releases.set(release.id, release);
		if (event.kind === 'outcome') indexers.push(event.outcome);
		if (event.kind === 'done') ms = event.ms;
	}
	return { items: [...releases.values()], total: releases.size, indexers, ms };
}
