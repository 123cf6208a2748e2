import type { z } from 'zod';
import { judge, type Judged } from '#core/decision/judge.ts';
import type { App } from '#server/app.ts';
import type { Found, Outcome, SearchEvent } from '#server/indexers/module.ts';
import { toWish, type searchQuery } from './wish.ts';

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
	details?: string;
	freeleech: boolean;
	indexers: { id: number; name: string; details?: string; seeders?: number }[];
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

export async function* toLines(
	app: App,
	query: z.output<typeof searchQuery>,
	signal: AbortSignal
): AsyncGenerator<Line, void> {
	const { indexers, profileId, type } = query;
	const profile = profileId ? app.profiles.profiles.get(profileId) : app.profiles.fallback();
	const matcher = app.profiles.matcher();
	const kind = type in judgedKinds ? judgedKinds[type as keyof typeof judgedKinds] : undefined;
	for await (const event of app.indexers.search(toWish(query), { signal, ...(indexers && { indexers }) })) {
		if (event.kind !== 'releases') {
			yield event;
			continue;
		}
		for (let at = 0; at < event.releases.length; at += lot) {
			const part = event.releases.slice(at, at + lot);
			const judged = part.map(
				({ release: { title, sizeBytes } }) =>
					judge([title], { profile, matcher }, { now: Date.now(), kind, sizeBytes }).items[0]!
			);
			yield { kind: 'releases', releases: part.map((found, index) => line(app, found, judged[index]!)) };
			await new Promise((resolve) => setImmediate(resolve));
		}
	}
}

function line(app: App, { id, release, sources }: Found, judged: Judged): ReleaseLine {
	const { title, protocol, categories, downloadVolumeFactor } = release;
	const best = sources[0]!;
	const link = best.release.download;
	const token = link && app.indexers.links.sign({ indexerId: best.indexerId, link, title });
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
			download: token && `/api/search/download/${token}`
		}),
		freeleech: downloadVolumeFactor === 0,
		indexers: sources.map((source) => ({
			id: source.indexerId,
			name: source.indexer,
			...said({ details: source.release.details, seeders: source.release.seeders })
		})),
		quality: judged.quality,
		score: judged.score,
		accepted: judged.accepted,
		formats: judged.formats.map(({ name, score }) => ({ name, score })),
		reasons: judged.rejects.map(({ message }) => message)
	};
}

type Said<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const said = <T extends object>(values: T): Said<T> =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Said<T>;

/** One line an event; when the reader leaves, the search ends. */
export function ndjson(
	lines: AsyncGenerator<Line, void>,
	{ signal, log }: { signal: AbortSignal; log: App['log'] }
): Response {
	const encoder = new TextEncoder();
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const next = await lines.next().catch((error: unknown) => {
				// The answer has begun: nobody else will tell of it.
				if (!signal.aborted) log.error({ err: error }, 'a search broke off');
				throw error;
			});
			if (next.done) controller.close();
			else controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`));
		},
		cancel: () => void lines.return()
	});
	signal.addEventListener('abort', () => void lines.return().catch(() => undefined), { once: true });
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
