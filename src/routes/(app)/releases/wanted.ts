import type { Actor } from '#core/access/permissions.ts';
import type { App } from '#server/app.ts';

const shown = 16;

/** What this house would ask for: what is missing in it, or else what could be better. */
export function wantedHere({ library, metadata }: App, { permissions }: Actor) {
	if (!permissions.has('library.read')) return undefined;
	const today = new Date().toISOString().slice(0, 10);
	const of = (state: 'missing' | 'short') => {
		const ask = (kind: 'movie' | 'series') =>
			library.pages.wanted({ kind, state, today, limit: shown }).items;
		const films = ask('movie');
		const episodes = ask('series');
		return [...films.slice(0, Math.max(shown / 2, shown - episodes.length)), ...episodes].slice(0, shown);
	};
	const missing = of('missing');
	const items = missing.length > 0 ? missing : of('short');
	return {
		missing: missing.length > 0,
		items,
		pictures: Object.fromEntries(metadata.artwork.placeholders(items.map(({ posterPath }) => posterPath)))
	};
}
