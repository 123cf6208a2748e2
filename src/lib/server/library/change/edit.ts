import { and, eq, inArray } from 'drizzle-orm';
import { sortTitle } from '#core/text/sort-title.ts';
import { said, type Said } from '#core/text/said.ts';
import { rawDb, type Db } from '#server/platform/db.ts';
import { invalid, notFound } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from '../item-table.ts';
import { noteUndo, titleOf } from './note-undo.ts';
import { usualPictures, type LocalPictures } from '../pictures/choose-pictures.ts';
import type { UndoStep } from './undo.ts';
import { libraries, type ItemKind, type SeriesType } from '../schema/folders.ts';
import { episodes, itemTags, movies, series, tags } from '../schema/items.ts';

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
	series: ['seriesType', 'monitorNew', 'seasonFolders']
};

type Row = { id: number; before: Record<string, Value>; after: Record<string, Value> };
type Value = string | number | null;
type Tagged = { id: number; added: string[]; removed: string[] };

/** As part of a greater change, which keeps its own way back. */
export const settleItem = (db: Db, kind: ItemKind, id: number, patch: ItemPatch): void =>
	editItem(db, kind, id, patch, [], []);

interface Note {
	now: number;
	by?: string | undefined;
	localPictures: LocalPictures;
}

/** One patch for one item or many; with a note, answers the step that undoes it. */
export function editItems(
	db: Db,
	kind: ItemKind,
	ids: readonly number[],
	patch: ItemPatch,
	note?: Note
): number | undefined {
	if (patch.libraryId !== undefined) {
		const library = db.select().from(libraries).where(eq(libraries.id, patch.libraryId)).get();
		if (library?.kind !== kind) throw invalid('This library holds something else.');
	}
	return rawDb(db).transaction(() => {
		const rows: Row[] = [];
		const tagged: Tagged[] = [];
		for (const id of ids) editItem(db, kind, id, patch, rows, tagged, note?.localPictures);
		if (!note || rows.length + tagged.length === 0) return undefined;
		const touched = [...new Set([...rows, ...tagged].map(({ id }) => id))];
		const table = kind === 'movie' ? ('movies' as const) : ('series' as const);
		const steps: UndoStep[] = [
			...(rows.length > 0 ? [{ do: 'fields' as const, table, rows }] : []),
			...(tagged.length > 0 ? [{ do: 'tags' as const, kind, rows: tagged }] : [])
		];
		return noteUndo(db, words(db, kind, touched, patch), steps, note.now, {
			kind: 'edited',
			by: note.by,
			subjects: [{ kind, ids: touched }]
		});
	})();
}

function words(db: Db, kind: ItemKind, ids: readonly number[], patch: ItemPatch): Said {
	if (ids.length > 1)
		return said(kind === 'movie' ? 'Changed {count} films' : 'Changed {count} series', { count: ids.length });
	const title = titleOf(db, kind, ids[0]!);
	const fields = Object.keys(patch);
	const only = (name: keyof ItemPatch) => fields.length === 1 && fields[0] === name;
	if (only('monitored'))
		return said(patch.monitored ? 'Began to look for {title}' : 'Left {title} alone', { title });
	if (only('posterPath')) return said('Chose another poster for {title}', { title });
	if (only('backdropPath')) return said('Chose another backdrop for {title}', { title });
	return said('Changed {title}', { title });
}

function editItem(
	db: Db,
	kind: ItemKind,
	id: number,
	patch: ItemPatch,
	rows: Row[],
	tagged: Tagged[],
	localPictures: LocalPictures = 'first'
): void {
	const table = kind === 'movie' ? movies : series;
	const read = () =>
		prepared(db, `SELECT * FROM ${tableOf[kind]} WHERE id = ?`).get(id) as Record<string, Value> | undefined;
	const before = read();
	if (!before) throw notFound(kind === 'movie' ? 'film' : 'series', id);
	const spoken = factFields.filter((field) => patch[field] !== undefined);
	const fields = [
		...spoken,
		...[...plainFields, ...ownFields[kind]].filter((field) => patch[field] !== undefined)
	];
	const set: Record<string, unknown> = Object.fromEntries(fields.map((field) => [field, patch[field]]));
	if (patch.title !== undefined && patch.sortTitle === undefined) set['sortTitle'] = sortTitle(patch.title);
	const locked = patch.lockedFields ?? (JSON.parse(String(before['lockedFields'])) as string[]);
	if (spoken.length > 0 || patch.lockedFields) set['lockedFields'] = [...new Set([...locked, ...spoken])];
	if (patch.lockedFields) {
		const usual = usualPictures(db, kind, id, localPictures);
		for (const field of ['posterPath', 'backdropPath'] as const)
			if (isFreed(field, before, patch)) set[field] = usual[field];
	}
	if (Object.keys(set).length > 0) {
		db.update(table).set(set).where(eq(table.id, id)).run();
		const after = read()!;
		const names = Object.keys(set).filter((name) => before[name] !== after[name]);
		const only = (row: Record<string, Value>) =>
			Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
		if (names.length > 0) rows.push({ id, before: only(before), after: only(after) });
	}
	const change = tagItems(db, kind, id, { add: patch.addTags ?? [], remove: patch.removeTags ?? [] });
	if (change.added.length + change.removed.length > 0) tagged.push({ id, ...change });
}

/** A picture that was chosen gives way to the usual one. */
const isFreed = (field: 'posterPath' | 'backdropPath', before: Record<string, Value>, patch: ItemPatch) =>
	patch[field] === undefined &&
	(JSON.parse(String(before['lockedFields'])) as string[]).includes(field) &&
	!patch.lockedFields?.includes(field);

/** Answers which tags that really added and removed. */
export function tagItems(
	db: Db,
	kind: ItemKind,
	id: number,
	{ add, remove }: { add: readonly string[]; remove: readonly string[] }
): { added: string[]; removed: string[] } {
	return {
		added: add.map((name) => name.trim()).filter((name) => addTag(db, kind, id, name)),
		removed: remove.filter((name) => removeTag(db, kind, id, name))
	};
}

function addTag(db: Db, kind: ItemKind, id: number, name: string): boolean {
	if (name === '') return false;
	const tag = db
		.insert(tags)
		.values({ name })
		.onConflictDoUpdate({ target: tags.name, set: { name } })
		.returning({ id: tags.id })
		.get();
	const { changes } = db
		.insert(itemTags)
		.values({ tagId: tag.id, ...(kind === 'movie' ? { movieId: id } : { seriesId: id }) })
		.onConflictDoNothing()
		.run();
	return changes > 0;
}

function removeTag(db: Db, kind: ItemKind, id: number, name: string): boolean {
	const tag = db.select({ id: tags.id }).from(tags).where(eq(tags.name, name)).get();
	const column = kind === 'movie' ? itemTags.movieId : itemTags.seriesId;
	if (!tag) return false;
	return (
		db
			.delete(itemTags)
			.where(and(eq(column, id), eq(itemTags.tagId, tag.id)))
			.run().changes > 0
	);
}

export const listTags = (db: Db) => db.select().from(tags).orderBy(tags.name).all();

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
