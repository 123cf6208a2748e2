import { and, eq, inArray } from 'drizzle-orm';
import { sortTitle } from '#core/text/sort-title.ts';
import { rawDb, type Db } from '#server/platform/db.ts';
import { invalid, notFound } from '#server/platform/errors.ts';
import { libraries, type ItemKind, type SeriesType } from '../schema/folders.ts';
import { episodes, itemTags, movies, seasons, series, tags } from '../schema/items.ts';

/** What a person can say better than a source. A field that is set is locked against refreshes. */
export interface ItemFacts {
	title: string;
	sortTitle: string;
	originalTitle: string | null;
	year: number | null;
	overview: string | null;
	tagline: string | null;
	genres: string[];
	studios: string[];
	certification: string | null;
	runtimeMinutes: number | null;
	posterPath: string | null;
	backdropPath: string | null;
	trailerUrl: string | null;
}

export type ItemPatch = { [K in keyof ItemFacts]?: ItemFacts[K] | undefined } & {
	monitored?: boolean | undefined;
	profileId?: string | null | undefined;
	libraryId?: number | undefined;
	/** The whole list; unlocks what is left out. */
	lockedFields?: string[] | undefined;
	addTags?: string[] | undefined;
	removeTags?: string[] | undefined;
	minimumAvailability?: 'announced' | 'in-cinemas' | 'released' | undefined;
	seriesType?: SeriesType | undefined;
	monitorNew?: boolean | undefined;
	seasonFolders?: boolean | undefined;
	episodeGroup?: string | null | undefined;
};

export const factFields = [
	'title',
	'sortTitle',
	'originalTitle',
	'year',
	'overview',
	'tagline',
	'genres',
	'studios',
	'certification',
	'runtimeMinutes',
	'posterPath',
	'backdropPath',
	'trailerUrl'
] as const satisfies readonly (keyof ItemFacts)[];
const plainFields = ['monitored', 'profileId', 'libraryId'] as const;
const ownFields: Record<ItemKind, readonly (keyof ItemPatch)[]> = {
	movie: ['minimumAvailability'],
	series: ['seriesType', 'monitorNew', 'seasonFolders', 'episodeGroup']
};

/** One patch for one item or many. */
export function editItems(db: Db, kind: ItemKind, ids: readonly number[], patch: ItemPatch): void {
	if (patch.libraryId !== undefined) {
		const library = db.select().from(libraries).where(eq(libraries.id, patch.libraryId)).get();
		if (library?.kind !== kind) throw invalid('This library holds something else.');
	}
	rawDb(db).transaction(() => {
		for (const id of ids) editItem(db, kind, id, patch);
	})();
}

function editItem(db: Db, kind: ItemKind, id: number, patch: ItemPatch): void {
	const table = kind === 'movie' ? movies : series;
	const row = db.select({ locked: table.lockedFields }).from(table).where(eq(table.id, id)).get();
	if (!row) throw notFound(kind === 'movie' ? 'film' : 'series', id);
	const said = factFields.filter((field) => patch[field] !== undefined);
	const fields = [
		...said,
		...[...plainFields, ...ownFields[kind]].filter((field) => patch[field] !== undefined)
	];
	const set: Record<string, unknown> = Object.fromEntries(fields.map((field) => [field, patch[field]]));
	if (patch.title !== undefined && patch.sortTitle === undefined) set['sortTitle'] = sortTitle(patch.title);
	const locked = patch.lockedFields ?? row.locked;
	if (said.length > 0 || patch.lockedFields) set['lockedFields'] = [...new Set([...locked, ...said])];
	if (Object.keys(set).length > 0) db.update(table).set(set).where(eq(table.id, id)).run();
	for (const name of patch.addTags ?? []) addTag(db, kind, id, name.trim());
	if (patch.removeTags?.length) removeTags(db, kind, id, patch.removeTags);
}

function addTag(db: Db, kind: ItemKind, id: number, name: string): void {
	if (name === '') return;
	const tag = db
		.insert(tags)
		.values({ name })
		.onConflictDoUpdate({ target: tags.name, set: { name } })
		.returning({ id: tags.id })
		.get();
	db.insert(itemTags)
		.values({ tagId: tag.id, ...(kind === 'movie' ? { movieId: id } : { seriesId: id }) })
		.onConflictDoNothing()
		.run();
}

function removeTags(db: Db, kind: ItemKind, id: number, names: readonly string[]): void {
	const meant = db
		.select({ id: tags.id })
		.from(tags)
		.where(inArray(tags.name, [...names]))
		.all()
		.map((tag) => tag.id);
	const column = kind === 'movie' ? itemTags.movieId : itemTags.seriesId;
	db.delete(itemTags)
		.where(and(eq(column, id), inArray(itemTags.tagId, meant)))
		.run();
}

export const listTags = (db: Db) => db.select().from(tags).orderBy(tags.name).all();

/** A season's episodes follow it. */
export function monitorSeason(db: Db, seriesId: number, number: number, monitored: boolean): void {
	rawDb(db).transaction(() => {
		const season = and(eq(seasons.seriesId, seriesId), eq(seasons.number, number));
		if (db.update(seasons).set({ monitored }).where(season).run().changes === 0)
			throw notFound('season', number);
		db.update(episodes)
			.set({ monitored })
			.where(and(eq(episodes.seriesId, seriesId), eq(episodes.seasonNumber, number)))
			.run();
	})();
}

export interface EpisodePatch {
	monitored?: boolean | undefined;
}

export function editEpisodes(db: Db, ids: readonly number[], { monitored }: EpisodePatch): number {
	if (monitored === undefined) return 0;
	return db
		.update(episodes)
		.set({ monitored })
		.where(inArray(episodes.id, [...ids]))
		.run().changes;
}
