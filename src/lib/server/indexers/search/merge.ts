import { createHash } from 'node:crypto';
import type { Release } from '#core/torznab/release.ts';
import type { Found, Source } from './found.ts';

/** Sites round sizes differently; two cuts of one name differ by more. */
const sizeTolerance = 0.01;

const plainTitle = (title: string) =>
	title
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/** Gathers what several indexers list into one entry a release: by hash, by guid, by name and size. */
export function createMerge() {
	const byKey = new Map<string, Found>();
	const byTitle = new Map<string, Found[]>();
	const all = new Set<Found>();

	function known(source: Source, keys: readonly string[], title: string): Found | undefined {
		for (const key of keys) {
			const found = byKey.get(key);
			if (found) return found;
		}
		return byTitle.get(title)?.find((found) => sameThing(found, source));
	}

	return {
		/** Entries that are new or have changed, each once. */
		add(sources: readonly Source[]): Found[] {
			const changed = new Set<Found>();
			for (const source of sources) {
				const keys = keysOf(source);
				const title = `${source.release.protocol}:${plainTitle(source.release.title)}`;
				let found = known(source, keys, title);
				if (!found) {
					found = { id: idOf(keys[0] ?? title), release: source.release, sources: [] };
					all.add(found);
					byTitle.set(title, [...(byTitle.get(title) ?? []), found]);
				}
				for (const key of keys) if (!byKey.has(key)) byKey.set(key, found);
				if (take(found, source)) changed.add(found);
			}
			return [...changed];
		},
		all: () => [...all]
	};
}

function keysOf({ release, indexerId }: Source): string[] {
	const keys = [`${indexerId}:${release.guid}`];
	if (/^https?:/i.test(release.guid)) keys.push(release.guid);
	if (release.infoHash) keys.unshift(`hash:${release.infoHash.toLowerCase()}`);
	return keys;
}

/** Within one indexer two entries are two releases, whatever they are called. */
function sameThing({ sources, release }: Found, source: Source): boolean {
	if (sources.some(({ indexerId }) => indexerId === source.indexerId)) return false;
	const [one, other] = [release.sizeBytes, source.release.sizeBytes];
	if (one === undefined || other === undefined) return false;
	return Math.abs(one - other) <= Math.max(one, other) * sizeTolerance;
}

function take(found: Found, source: Source): boolean {
	const same = ({ indexerId, release }: Source) =>
		indexerId === source.indexerId && release.guid === source.release.guid;
	if (found.sources.some(same)) return false;
	found.sources = [...found.sources, source].sort(better);
	found.release = withGaps(found.sources[0]!.release, found.sources);
	return true;
}

const better = (a: Source, b: Source): number =>
	a.priority - b.priority || (b.release.seeders ?? -1) - (a.release.seeders ?? -1);

/** What the best source does not say another may know. */
function withGaps(best: Release, sources: readonly Source[]): Release {
	const first = <K extends keyof Release>(key: K) =>
		sources.map(({ release }) => release[key]).find((value) => value !== undefined);
	const filled: { [K in keyof Release]?: Release[K] | undefined } = {
		infoHash: first('infoHash'),
		sizeBytes: first('sizeBytes'),
		publishedAt: first('publishedAt'),
		imdbId: first('imdbId'),
		tmdbId: first('tmdbId'),
		tvdbId: first('tvdbId')
	};
	const known = Object.entries(filled).filter(([, value]) => value !== undefined);
	return { ...(Object.fromEntries(known) as Partial<Release>), ...best };
}

const idOf = (key: string): string => createHash('sha1').update(key).digest('base64url').slice(0, 16);
