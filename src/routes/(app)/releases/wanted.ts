import type { Actor } from '#core/access/permissions.ts';
import type { App } from '#server/app.ts';

const shown = 16;
const read = 100;

/** What this house would ask for: what is missing in it, or else what could be better. A series stands here once. */
export function wantedHere({ library, metadata }: App, { permissions }: Actor) {
	if (!permissions.has('library.read')) return undefined;
	const today = new Date().toISOString().slice(0, 10);
	const of = (state: 'missing' | 'short') => {
		const ask = (kind: 'movie' | 'series') => library.pages.wanted({ kind, state, today, limit: read }).items;
		const films = ask('movie').map((item) => ({ ...item, count: 1 }));
		const series = Map.groupBy(ask('series'), ({ id }) => id)
			.values()
			.map(([first, ...more]) => ({ ...first!, count: 1 + more.length }))
			.toArray();
		return [...films.slice(0, Math.max(shown / 2, shown - series.length)), ...series].slice(0, shown);
	};
	const missing = of('missing');
	const items = missing.length > 0 ? missing : of('short');
	return {
		missing: missing.length > 0,
		items,
		pictures: Object.fromEntries(metadata.artwork.placeholders(items.map(({ posterPath }) => posterPath)))
	};
}
