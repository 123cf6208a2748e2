import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Nfo } from '#core/library/nfo.ts';
import { sortTitle } from '#core/text/sort-title.ts';
import type { Db } from '#server/platform/db.ts';
import type { MovieFacts, PersonCredit, SeriesFacts } from '#server/metadata/module.ts';
import { movies, series } from '../schema/items.ts';
import type { Clues } from './clues.ts';
import type { Unit } from './pending.ts';

const creditsOf = (nfo: Nfo | undefined): PersonCredit[] => [
	...(nfo?.directors ?? []).map((name) => ({ name, department: 'directing' as const, role: 'Director' })),
	...(nfo?.writers ?? []).map((name) => ({ name, department: 'writing' as const })),
	...(nfo?.cast ?? []).map(({ name, role }) => ({ name, department: 'cast' as const, ...(role && { role }) }))
];

const known = <T extends object>(facts: T) =>
	Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;

/** What an NFO file, or a name alone, says of a film or show that nobody else knows. */
export function ownFacts(unit: Unit, { nfo, title, year, sighting }: Clues): MovieFacts | SeriesFacts {
	const shared = {
		source: nfo?.title ? 'nfo' : 'name',
		ids: known({ tmdb: sighting.ids?.tmdb, imdb: sighting.ids?.imdb, tvdb: sighting.ids?.tvdb }),
		title,
		originalTitle: nfo?.originalTitle,
		year,
		overview: nfo?.overview,
		tagline: nfo?.tagline,
		genres: nfo?.genres ?? [],
		studios: nfo?.studios ?? [],
		certification: nfo?.certification,
		runtimeMinutes:
			nfo?.runtimeMinutes ??
			(unit.kind === 'movie' && sighting.runtimeMinutes ? Math.round(sighting.runtimeMinutes) : undefined),
		rating: nfo?.rating,
		votes: nfo?.votes,
		aliases: [],
		credits: creditsOf(nfo)
	};
	if (unit.kind === 'movie') return known({ ...shared, kind: 'movie' as const }) as MovieFacts;
	return known({ ...shared, kind: 'series' as const, seasons: [], episodes: [], orders: [] }) as SeriesFacts;
}

/** Episodes that stand alone by name make one show together. */
export function findByName(db: Db, unit: Unit, { title, year }: Clues): number | undefined {
	const table = unit.kind === 'movie' ? movies : series;
	return db
		.select({ id: table.id })
		.from(table)
		.where(
			and(
				eq(table.libraryId, unit.libraryId),
				eq(table.sortTitle, sortTitle(title)),
				year === undefined ? isNull(table.year) : eq(table.year, year),
				inArray(table.source, ['name', 'nfo'])
			)
		)
		.get()?.id;
}
