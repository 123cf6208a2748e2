import { and, eq, inArray } from 'drizzle-orm';
import { monitoredBy, monitorsNew, type MonitorChoice } from '#core/library/monitoring.ts';
import type { Bus } from '#server/platform/bus.ts';
import { rawDb, type Db } from '#server/platform/db.ts';
import { conflict } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Events } from '#server/events.ts';
import type { Ids, Metadata, MovieFacts, SeriesFacts } from '#server/metadata/module.ts';
import { tableOf } from '../item-table.ts';
import { settleItem, type ItemPatch } from '../change/edit.ts';
import type { Naming } from '../change/rename.ts';
import { noteUndo } from '../change/undo.ts';
import type { Following } from '../following.ts';
import { refreshSeriesTotals } from '../items.ts';
import { findMovie, recordMovie } from '../record/movie.ts';
import { findSeries, recordSeries } from '../record/series.ts';
import type { ItemKind } from '../schema/folders.ts';
import { episodes, seasons } from '../schema/items.ts';
import { findFacts } from './find-facts.ts';
import { placeItem, rootFor } from './place-item.ts';

/** A film or series that is wanted, whether or not there are files of it. */
export interface NewItem {
	kind: ItemKind;
	ids: { [K in keyof Ids]: Ids[K] | undefined };
	/** The first folder of the kind when absent. */
	rootFolderId?: number | undefined;
	/** As its library has it when absent. */
	profileId?: string | null | undefined;
	/** Of a film. */
	monitored?: boolean | undefined;
	minimumAvailability?: ItemPatch['minimumAvailability'];
	/** Of a series. */
	monitor?: MonitorChoice | undefined;
	seriesType?: ItemPatch['seriesType'];
	seasonFolders?: boolean | undefined;
	tags?: string[] | undefined;
	/** The name of who asks. */
	by?: string | undefined;
}

export interface Added {
	kind: ItemKind;
	id: number;
	title: string;
	/** Takes it out again. */
	undoId: number;
}

export interface Adding {
	db: Db;
	bus: Bus<Events>;
	metadata: Pick<Metadata, 'sources' | 'artwork'>;
	following: Pick<Following, 'checked'>;
	naming(): Naming;
	now(): number;
	startIdentify(rootFolderId: number): void;
}

type Facts = MovieFacts | SeriesFacts;

/** Takes a title in by its ids: with everything its source says, placed by the naming settings. */
export async function addItem(context: Adding, wish: NewItem, signal: AbortSignal): Promise<Added> {
	const { db, bus, metadata, following } = context;
	following.checked(wish.profileId);
	const root = rootFor(db, wish.kind, wish.rootFolderId);
	refuseTwice(db, wish.kind, byTmdb(db, wish));
	const facts = await findFacts(metadata, wish.kind, withoutGaps(wish.ids), signal);
	const added = rawDb(db).transaction(() => record(context, wish, facts, root))();
	metadata.artwork.warm([facts.posterPath]);
	bus.emit('library.changed', { kind: wish.kind, id: added.id });
	if (added.hasFiles) context.startIdentify(root.id);
	return { kind: wish.kind, id: added.id, title: facts.title, undoId: added.undoId };
}

const withoutGaps = (ids: NewItem['ids']): Ids =>
	Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined));

function record(
	{ db, naming, now }: Adding,
	wish: NewItem,
	facts: Facts,
	root: { id: number; libraryId: number }
) {
	refuseTwice(db, wish.kind, facts.kind === 'movie' ? findMovie(db, facts) : findSeries(db, facts));
	const place = {
		libraryId: root.libraryId,
		rootFolderId: root.id,
		folder: null,
		confidence: 1,
		reasons: ['A person added it.'],
		now: now()
	};
	const id = facts.kind === 'movie' ? recordMovie(db, facts, place) : recordSeries(db, facts, place);
	const folder = placeItem(db, wish.kind, id, root.id, naming());
	settleItem(db, wish.kind, id, patchOf(wish));
	if (wish.kind === 'series') monitorEpisodes(db, id, wish.monitor ?? 'all', now());
	const steps = [{ do: 'forget' as const, kind: wish.kind, id }];
	const what = { text: 'Added {title}', values: { title: facts.title } };
	const about = { kind: 'added' as const, by: wish.by, subjects: [{ kind: wish.kind, ids: [id] }] };
	return { id, hasFiles: takesIn(db, root.id, folder), undoId: noteUndo(db, what, steps, now(), about) };
}

const patchOf = ({ kind, tags, profileId, ...wish }: NewItem): ItemPatch => ({
	profileId,
	addTags: tags,
	...(kind === 'movie'
		? { monitored: wish.monitored ?? true, minimumAvailability: wish.minimumAvailability }
		: {
				monitored: wish.monitor !== 'none',
				monitorNew: monitorsNew(wish.monitor ?? 'all'),
				seriesType: wish.seriesType,
				seasonFolders: wish.seasonFolders
			})
});

function monitorEpisodes(db: Db, seriesId: number, choice: MonitorChoice, now: number): void {
	const today = new Date(now).toISOString().slice(0, 10);
	const own = eq(episodes.seriesId, seriesId);
	const all = db.select().from(episodes).where(own).all();
	const chosen = all.filter(monitoredBy(choice, all, today));
	const numbers = [...new Set(chosen.map(({ seasonNumber }) => seasonNumber))];
	db.update(episodes).set({ monitored: false }).where(own).run();
	for (const { id } of chosen) db.update(episodes).set({ monitored: true }).where(eq(episodes.id, id)).run();
	db.update(seasons).set({ monitored: false }).where(eq(seasons.seriesId, seriesId)).run();
	db.update(seasons)
		.set({ monitored: true })
		.where(and(eq(seasons.seriesId, seriesId), inArray(seasons.number, numbers)))
		.run();
	refreshSeriesTotals(db, seriesId, today);
}

const byTmdb = (db: Db, { kind, ids }: NewItem) =>
	prepared(db, `SELECT id FROM ${tableOf[kind]} WHERE tmdbId = ?`)
		.pluck()
		.get(ids.tmdb ?? null) as number | undefined;

function refuseTwice(db: Db, kind: ItemKind, id: number | undefined): void {
	if (id === undefined) return;
	const title = prepared(db, `SELECT title FROM ${tableOf[kind]} WHERE id = ?`).pluck().get(id) as string;
	throw conflict(`${title} is in the library already.`, { kind, id, title });
}

/** Files that wait in its folder are looked at again, also those that were once left out. */
function takesIn(db: Db, rootFolderId: number, folder: string): boolean {
	prepared(db, 'UPDATE unmatched SET ignored = 0, triedAt = 0 WHERE rootFolderId = ? AND path = ?').run(
		rootFolderId,
		folder
	);
	return (
		prepared(db, `SELECT 1 FROM files WHERE rootFolderId = ? AND unit = ? AND state = 'present' LIMIT 1`).get(
			rootFolderId,
			folder
		) !== undefined
	);
}
