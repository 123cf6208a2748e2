import type { Companion } from '#core/importing/companion.ts';
import { readEpisodes } from '#core/importing/episode-list.ts';
import { numberInOrder } from '#core/importing/number-in-order.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { conflict, invalid } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Road } from './deps.ts';
import { parseTold } from './identify.ts';
import {
	chooseRows,
	getLook,
	idsOf,
	listedRows,
	patchRow,
	rowsById,
	type ImportRow,
	type ListedRow,
	type RowFilter
} from './queries.ts';
import type { RowTarget } from './schema.ts';
import { groupOf, settleRows } from './settle.ts';

export interface RowEdit {
	chosen?: boolean | undefined;
	target?: RowTarget | undefined;
	season?: number | null | undefined;
	/** "1-3, 5" or numbers. */
	episodes?: string | number[] | undefined;
	quality?: string | null | undefined;
	languages?: string[] | undefined;
	group?: string | null | undefined;
	edition?: string | null | undefined;
	existing?: 'replace' | 'keep' | undefined;
	rootFolderId?: number | null | undefined;
	profileId?: string | null | undefined;
	overruled?: boolean | undefined;
	/** Paths of companions that stay where they are; all others come along. */
	leave?: string[] | undefined;
	/** Gives the files consecutive episodes from here on, in the order of their names. */
	numberFrom?: number | undefined;
}

const shown = 200;
const changedAtOnce = 80;

/** Changes some rows, or all that a filter shows; answers the first of them as they are now. */
export async function editRows(
	road: Road,
	lookId: number,
	which: readonly number[] | RowFilter,
	edit: RowEdit,
	signal: AbortSignal
): Promise<ListedRow[]> {
	const look = getLook(road.db, lookId);
	if (look.state === 'importing') throw conflict('These files are being imported. Wait until that is done.');
	if (look.state === 'looking') throw conflict('The folder is still being looked into. Wait a moment.');
	const ids = typeof which === 'string' ? idsOf(road.db, lookId, which) : which;
	const { chosen, ...change } = edit;
	const isMore = Object.values(change).some((value) => value !== undefined);
	if (isMore) await changeRows(road, lookId, ids, change, signal);
	if (chosen !== undefined) chooseRows(road.db, lookId, ids, chosen);
	if (isMore) await settleRows(road, lookId, ids, { signal, choose: () => chosen !== false });
	road.bus.emit('import.changed', { id: lookId });
	return listedRows(road.db, lookId, ids.slice(0, shown));
}

async function changeRows(
	road: Road,
	lookId: number,
	ids: readonly number[],
	{ target, numberFrom, leave, ...rest }: Omit<RowEdit, 'chosen'>,
	signal: AbortSignal
): Promise<void> {
	const { db, library } = road;
	const set = columnsOf(rest);
	const numbers = numberFrom === undefined ? undefined : numbersFrom(db, lookId, ids, numberFrom);
	for (let at = 0; at < ids.length; at += changedAtOnce) {
		signal.throwIfAborted();
		const slice = ids.slice(at, at + changedAtOnce);
		const rows = rowsById(db, lookId, slice).filter(({ outcome }) => outcome !== 'imported');
		library.intake.inTransaction(() => {
			for (const row of rows)
				patchRow(db, row.id, {
					...(target && targetColumns(row, target)),
					...set,
					...(numbers && { episodes: numbers.get(row.id)! }),
					...(leave && { companions: withLeft(row.companions, leave) }),
					...(row.outcome === 'failed' && { outcome: null, fault: null })
				});
		});
		if (target) await readAgain(road, lookId, rows, target, signal);
		await pause(0);
	}
}

function withLeft(companions: readonly Companion[], leave: readonly string[]): Companion[] {
	return companions.map(({ isLeft: _, ...companion }) => ({
		...companion,
		...(leave.includes(companion.path) && { isLeft: true })
	}));
}

function columnsOf({ episodes, ...edit }: Omit<RowEdit, 'chosen' | 'target' | 'numberFrom' | 'leave'>) {
	const told = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) as {
		[K in keyof typeof edit]?: Exclude<(typeof edit)[K], undefined>;
	};
	if (episodes === undefined) return told;
	const numbers = typeof episodes === 'string' ? readEpisodes(episodes) : episodes;
	if (!numbers) throw invalid(`"${String(episodes)}" names no episodes. Write them as 3 or 1-3.`);
	return { ...told, episodes: numbers };
}

function targetColumns(row: ImportRow, target: RowTarget) {
	const isOther = row.target?.kind !== target.kind;
	return {
		target,
		sure: true,
		confidence: 100,
		reasons: ['A person chose it.'],
		itemId: null,
		madeItem: false,
		...(isOther && { season: null, episodes: [] })
	};
}

const numbersFrom = (db: Road['db'], lookId: number, ids: readonly number[], first: number) =>
	numberInOrder(
		prepared(
			db,
			`SELECT id, path, json_array_length(episodes) AS holds FROM import_rows
			WHERE lookId = ? AND outcome IS NOT 'imported' AND id IN (SELECT value FROM json_each(?))`
		).all(lookId, JSON.stringify(ids)) as { id: number; path: string; holds: number }[],
		first
	);

/** The names are read anew in the light of what it is: which season, which episodes. */
async function readAgain(
	{ db, library }: Road,
	lookId: number,
	rows: readonly ImportRow[],
	{ kind }: RowTarget,
	signal: AbortSignal
): Promise<void> {
	if (kind !== 'series') return;
	const silent = rowsById(
		db,
		lookId,
		rows.map(({ id }) => id)
	).filter(({ episodes }) => episodes.length === 0);
	const [first] = silent;
	if (!first) return;
	const parsed = silent.map(({ told }) => parseTold(told, kind));
	const numbers = await library.intake.numbers(groupOf(first), parsed, signal);
	library.intake.inTransaction(() => {
		silent.forEach((row, index) => {
			const { season, episodes } = numbers[index]!;
			patchRow(db, row.id, { season: row.season ?? season, episodes });
		});
	});
}
