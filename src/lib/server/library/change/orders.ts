import { said } from '#core/text/said.ts';
import { rawDb, type Db } from '#server/platform/db.ts';
import { conflict, notFound } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import type { EpisodeOrder, MetadataSource, SeriesFacts } from '#server/metadata/module.ts';
import { gatherClues, type Clues } from '../identify/clues.ts';
import type { Identifying } from '../identify/identify-unit.ts';
import { episodeNfos, linkSeries } from '../identify/link.ts';
import { filesOf, type Unit } from '../identify/pending.ts';
import { seriesInOrder, throughOrder } from '../identify/series-facts.ts';
import { refreshSeriesTotals } from '../items.ts';
import { recordSeries } from '../record/series.ts';
import { unitsOf, waitingAt } from './match.ts';
import { noteUndo } from './note-undo.ts';
import { holdsNow, moved, type MovedFile } from './order-moves.ts';
import { ownersOf } from './owners.ts';
import { renumber } from './renumber.ts';
import { amongSpecials } from './restore-item.ts';
import { takeSnapshot } from './snapshot.ts';
import type { UndoStep } from './undo.ts';

/** 'names': the file names are numbered in this order. 'stay': each file keeps the episode it has. */
export type FilesFollow = 'names' | 'stay';

export interface OrderWish {
	/** Null as aired. */
	order: string | null;
	files: FilesFollow;
}

export interface OfferedOrder {
	id: string | null;
	name: string;
	kind: EpisodeOrder['kind'] | 'through';
	episodeCount: number;
	chosen: boolean;
}

export interface OrderReport {
	seasons: { number: number; title: string | null; episodes: number; have: number }[];
	files: MovedFile[];
}

interface SeriesRow {
	id: number;
	title: string;
	libraryId: number;
	rootFolderId: number | null;
	folder: string | null;
	tmdbId: number | null;
	tvmazeId: number | null;
	episodeGroup: string | null;
	confidence: number;
	reasons: string;
}

type Read = { unit: Unit; clues: Clues; nfos: Awaited<ReturnType<typeof episodeNfos>> };

interface Deps {
	identifying: Identifying;
	changed(id: number): void;
}

/** Other orders of a show's episodes: what there is, what one would change, choosing it. */
export function createOrders({ identifying, changed }: Deps) {
	const { db, metadata, workers, now, pictures } = identifying;

	function rowOf(id: number): SeriesRow {
		const row = prepared(db, 'SELECT * FROM series WHERE id = ?').get(id) as SeriesRow | undefined;
		if (!row) throw notFound('series', id);
		return row;
	}

	function sourceOf(row: SeriesRow): { source: MetadataSource; id: number } {
		for (const source of metadata.sources()) {
			const id = source.id === 'tvmaze' ? row.tvmazeId : row.tmdbId;
			if (id !== null) return { source, id };
		}
		throw conflict('No source knows its episodes, so there is no other order of them.');
	}

	async function readNames(id: number, signal: AbortSignal): Promise<Read[]> {
		const read: Read[] = [];
		for (const unit of unitsOf(db, 'series', id)) {
			const clues = await gatherClues(unit, filesOf(db, unit), workers, signal);
			read.push({ unit, clues, nfos: await episodeNfos(unit, clues) });
		}
		return read;
	}

	/** Does it all in one transaction; a preview is the same work, taken back at its end. */
	async function change(
		id: number,
		wish: OrderWish,
		signal: AbortSignal,
		close: (report: OrderReport, steps: UndoStep[]) => void
	): Promise<OrderReport> {
		const row = rowOf(id);
		const { source, id: there } = sourceOf(row);
		const facts = await seriesInOrder(source, there, wish.order, signal);
		const read = await readNames(id, signal);
		let report: OrderReport | undefined;
		rawDb(db).transaction(() => {
			const units = read.map(({ unit }) => unit);
			const steps: UndoStep[] = [
				{ do: 'item', kind: 'series', id, snapshots: takeSnapshot(db, 'series', id) },
				{
					do: 'owners',
					files: ownersOf(
						db,
						units.flatMap((unit) => filesOf(db, unit))
					)
				}
			];
			const waited = units.flatMap((unit) => waitingAt(db, unit));
			const before = holdsNow(db, id);
			reorder(db, row, facts, wish, read, now());
			pictures.choose('series', id);
			const waiting = units.flatMap((unit) => waitingAt(db, unit));
			const places = (rows: typeof waiting) =>
				rows.map((each) => ({ rootFolderId: Number(each['rootFolderId']), path: String(each['path']) }));
			steps.push({ do: 'unmatched', back: waited, gone: places(waiting) });
			report = { seasons: seasonsOf(db, id), files: moved(before, holdsNow(db, id)) };
			close(report, steps);
		})();
		return report!;
	}

	return {
		async list(id: number, signal: AbortSignal): Promise<OfferedOrder[]> {
			const row = rowOf(id);
			const { source, id: there } = sourceOf(row);
			const facts = await source.series(there, { signal });
			const regular = facts.episodes.filter(({ season }) => season > 0).length;
			const offered: Omit<OfferedOrder, 'chosen'>[] = [
				{ id: null, name: 'As aired', kind: 'aired', episodeCount: regular },
				{ id: throughOrder, name: 'Numbered through', kind: 'through', episodeCount: regular },
				...facts.orders
			];
			return offered.map((order) => ({ ...order, chosen: order.id === row.episodeGroup }));
		},
		async preview(id: number, wish: OrderWish, signal: AbortSignal): Promise<OrderReport> {
			const enough = new Error('preview');
			let seen: OrderReport | undefined;
			await change(id, wish, signal, (report) => {
				seen = report;
				throw enough;
			}).catch((error: unknown) => {
				if (error !== enough) throw error;
			});
			return seen!;
		},
		/** Answers the step that undoes it. */
		async choose(
			id: number,
			wish: OrderWish,
			signal: AbortSignal,
			by?: string
		): Promise<OrderReport & { undoId: number }> {
			let undoId = 0;
			const report = await change(id, wish, signal, (_, steps) => {
				const words = said('Took another order for the episodes of {title}', { title: rowOf(id).title });
				undoId = noteUndo(db, words, steps, now(), {
					kind: 'reordered',
					by,
					subjects: [{ kind: 'series', ids: [id] }]
				});
			});
			changed(id);
			return { ...report, undoId };
		}
	};
}

function reorder(
	db: Db,
	row: SeriesRow,
	facts: SeriesFacts,
	{ order, files }: OrderWish,
	read: readonly Read[],
	now: number
): void {
	const { id } = row;
	prepared(db, 'UPDATE series SET episodeGroup = ? WHERE id = ?').run(order, id);
	renumber(db, id, facts.episodes);
	const place = { ...row, reasons: JSON.parse(row.reasons) as string[], now };
	recordSeries(db, facts, place, id);
	if (files === 'names') {
		prepared(db, `UPDATE files SET heldBy = NULL WHERE seriesId = ? AND heldBy = 'order'`).run(id);
		for (const { unit, clues, nfos } of read) linkSeries(db, unit, id, released(clues), nfos, now);
	} else prepared(db, `UPDATE files SET heldBy = coalesce(heldBy, 'order') WHERE seriesId = ?`).run(id);
	amongSpecials(db, id);
	dropEmptySeasons(db, id);
	refreshSeriesTotals(db, id, new Date(now).toISOString().slice(0, 10));
}

/** What was held by the order before is read like all others. */
const released = (clues: Clues): Clues => ({
	...clues,
	files: clues.files.map(({ file, parsed }) => ({
		parsed,
		file: file.heldBy === 'order' ? { ...file, heldBy: null } : file
	}))
});

const dropEmptySeasons = (db: Db, id: number) =>
	prepared(
		db,
		`DELETE FROM seasons WHERE seriesId = ? AND NOT EXISTS (SELECT 1 FROM episodes e WHERE e.seriesId = seasons.seriesId AND e.seasonNumber = seasons.number)`
	).run(id);

const seasonsOf = (db: Db, id: number) =>
	prepared(
		db,
		`SELECT s.number, s.title, count(e.id) AS episodes, coalesce(sum(e.fileCount > 0), 0) AS have
		FROM seasons s LEFT JOIN episodes e ON e.seriesId = s.seriesId AND e.seasonNumber = s.number WHERE s.seriesId = ? GROUP BY s.id ORDER BY s.number`
	).all(id) as OrderReport['seasons'];
