import type { App } from '#server/app.ts';

/** Releases this house has met: what indexers told lately, then what its files were released as. */
export function knownNames(app: App, limit = 60): string[] {
	const told = app.indexers.recent(limit).map(({ title }) => title);
	return [...new Set([...told, ...app.library.releaseNames(limit)])].slice(0, limit);
}
