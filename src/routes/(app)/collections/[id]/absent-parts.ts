import { setTimeout as later } from 'node:timers/promises';
import type { App } from '#server/app.ts';

export interface AbsentPart {
	tmdbId: number;
	title: string;
	year: number | null;
	posterPath: string | null;
}

/** What TMDB has told before comes at once; for anything else the page does not wait. */
const patienceMs = 250;

/** Films of the collection that the library does not know. */
export async function absentParts(
	{ library }: App,
	id: number,
	signal: AbortSignal
): Promise<{ absent: AbsentPart[] | Promise<AbsentPart[]> }> {
	const asked = library.collections.absent(id, signal).then(
		(parts) =>
			parts.map(({ ids, title, year, posterPath }) => ({
				tmdbId: ids.tmdb ?? 0,
				title,
				year: year ?? null,
				posterPath: posterPath ?? null
			})),
		() => []
	);
	const quick = await Promise.race([asked, later(patienceMs, undefined)]);
	return { absent: quick ?? asked };
}
