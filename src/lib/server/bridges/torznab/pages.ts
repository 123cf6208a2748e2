import { createHash } from 'node:crypto';
import type { Release } from '#core/torznab/release.ts';
import type { SearchQuery } from '#core/torznab/query.ts';
import type { Found, Indexers, Outcome } from '#server/indexers/module.ts';
import { AppError } from '#server/platform/errors.ts';
import { isShared } from './joined-caps.ts';

interface Kept {
	found: Promise<Listed[]>;
	until: number;
}
export type Listed = Pick<Found, 'sources' | 'release'>;

/** Programs turn pages within seconds; a list that changed between two pages would show some releases twice. */
const lifeMs = 60_000;
const mostKept = 100;
/** How deep indexers are asked, in steps, so that turning pages does not ask anew each time. */
const depths = [100, 300, 1000];

/** Whole answers, of which readers get a page at a time. */
export function createPages({ indexers, now = Date.now }: { indexers: Indexers; now?: () => number }) {
	const kept = new Map<string, Kept>();
	const texts = new WeakMap<readonly Listed[], Map<string, string>>();

	async function gather(wish: SearchQuery, chosen: readonly number[] | undefined, signal?: AbortSignal) {
		const found = new Map<string, Found>();
		const outcomes: Outcome[] = [];
		const options = { ...(chosen && { indexers: chosen }), ...(signal && { signal }) };
		for await (const event of indexers.search(wish, options)) {
			if (event.kind === 'releases') for (const one of event.releases) found.set(one.id, one);
			if (event.kind === 'outcome') outcomes.push(event.outcome);
		}
		if (!found.size) refuseWhenNobodyAnswered(outcomes);
		return [...found.values()].map((one) => presentable(one, chosen !== undefined)).sort(newestFirst);
	}

	return {
		depth: (wanted: number) => depths.find((depth) => depth >= wanted) ?? depths.at(-1)!,
		/** What was made of a list is kept as long as the list. */
		written(list: readonly Listed[], key: string, write: () => string): string {
			const own = texts.get(list) ?? new Map<string, string>();
			texts.set(list, own);
			const text = own.get(key) ?? write();
			own.set(key, text);
			return text;
		},
		find(wish: SearchQuery, chosen: readonly number[] | undefined, signal?: AbortSignal): Promise<Listed[]> {
			const key = JSON.stringify([wish, chosen]);
			const before = kept.get(key);
			if (before && before.until > now()) return before.found;
			const found = gather(wish, chosen, signal);
			kept.delete(key);
			kept.set(key, { found, until: now() + lifeMs });
			// What nobody could answer, or somebody broke off, is asked again.
			found.then(
				(list) => list.length === 0 && kept.delete(key),
				() => kept.delete(key)
			);
			for (const oldest of kept.keys()) {
				if (kept.size <= mostKept) break;
				kept.delete(oldest);
			}
			return found;
		}
	};
}

/** Readers drop what has no category; ids that mean something at one indexer mean nothing among all. */
function presentable({ release, sources }: Found, single: boolean): Listed {
	const categories = single ? release.categories : release.categories.filter(isShared);
	const complete: Release = {
		...release,
		categories: categories.length ? categories : [8010],
		guid: guidOf(release)
	};
	return { release: complete, sources };
}

/** A guid may hold a passkey, as addresses of downloads do. */
function guidOf({ guid, download, details, infoHash }: Release): string {
	if (guid !== download && !/^magnet:/i.test(guid)) return guid;
	return details ?? infoHash ?? createHash('sha1').update(guid).digest('hex');
}

const newestFirst = (a: Listed, b: Listed): number =>
	(b.release.publishedAt ?? 0) - (a.release.publishedAt ?? 0);

/** An empty list would say that there is nothing; that is known only when somebody answered. */
function refuseWhenNobodyAnswered(outcomes: readonly Outcome[]) {
	const answered = outcomes.some(({ state }) => state === 'answered' || state === 'skipped');
	const first = outcomes.find(({ message }) => message);
	if (answered || !first) return;
	throw new AppError(
		first.state === 'limited' ? 'rate_limited' : 'upstream',
		`${first.indexer}: ${first.message}`,
		{
			status: 502
		}
	);
}
