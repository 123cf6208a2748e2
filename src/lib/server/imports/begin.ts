import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { companionPaths } from '#core/importing/companion-paths.ts';
import { thoseComing } from '#core/importing/companion.ts';
import { isDisc } from '#core/library/disc.ts';
import { conflict, notFound } from '#server/platform/errors.ts';
import { safeJoin } from '#server/platform/files.ts';
import { prepared } from '#server/platform/statements.ts';
import { baseOf } from './base-of.ts';
import type { Road } from './deps.ts';
import { getRow, patchRow, type ImportRow, type LookRow } from './queries.ts';
import type { Journal } from './schema.ts';
import { fileOf, groupOf } from './settle.ts';
import { weightOf } from './weight-of.ts';

const freshMs = 60_000;
const growMs = 1_200;

/** What a file is to become part of; made now, when it is not in the library yet. */
export async function meetItem(
	road: Road,
	look: LookRow,
	row: ImportRow,
	signal: AbortSignal
): Promise<{ from: string; itemId: number }> {
	const { db, library } = road;
	const base = await baseOf(look.path).catch(() => {
		throw notFound('folder', look.path);
	});
	const from = join(base, row.path);
	await access(from).catch(() => {
		throw notFound('file', from);
	});
	const item = row.target && (await library.intake.add(groupOf(row), signal));
	if (!item) throw conflict('Nobody knows yet what it is.');
	if (typeof item === 'string') throw conflict(item);
	patchRow(db, row.id, { itemId: item.id, madeItem: item.isNew || row.madeItem });
	return { from, itemId: item.id };
}

interface Met {
	rowId: number;
	from: string;
	itemId: number;
}

/** Everything is decided and written down before the first file is touched. */
export async function begin(
	road: Road,
	look: LookRow,
	{ rowId, from, itemId }: Met,
	signal: AbortSignal
): Promise<Journal> {
	const { db, now } = road;
	const row = getRow(db, rowId);
	await checkSource(road, from, row, signal);
	const planned = await planOf(road, look, row, signal);
	const { root, rootFolderId, path } = planned;
	if (planned.problem !== undefined) throw conflict(planned.problem);
	if (root === null || rootFolderId === null || path === null) throw conflict('Its episode is not known.');
	await access(root, constants.W_OK).catch(() => {
		throw conflict(`Bijou may not write to ${root}.`);
	});
	safeJoin(root, path);
	const ending = isDisc(path) ? '' : extname(path);
	const staged = join(dirname(path), `.bijou-arriving-${row.id}${ending}`);
	const replace =
		row.existing === 'keep'
			? []
			: planned.existing.map(({ fileId, path: standing }) => ({ fileId, path: standing, withIt: [] }));
	const companions = companionsOf(from.slice(0, -row.path.length), row, path);
	const journal: Journal = {
		startedAt: now(),
		from,
		root,
		rootFolderId,
		itemId,
		path,
		staged,
		replace,
		companions
	};
	patchRow(db, row.id, { journal });
	return journal;
}

async function checkSource(
	{ library, now }: Road,
	from: string,
	row: ImportRow,
	signal: AbortSignal
): Promise<void> {
	const found = await weightOf(from).catch(() => undefined);
	if (!found) throw notFound('file', from);
	if (found.isLink) throw conflict('It is a link to a file that lies elsewhere. Import that one.');
	const isSame = (size: number, mtimeMs: number) =>
		size === row.sizeBytes && Math.floor(mtimeMs) === row.mtimeMs;
	if (!isSame(found.sizeBytes, found.mtimeMs))
		throw conflict('It has changed since the folder was looked into. Look again.');
	if (!row.overruled && library.intake.fileWithInode(found.device, found.inode, found.sizeBytes))
		throw conflict('It is in the library already.');
	if (found.mtimeMs < now() - freshMs) return;
	await pause(growMs, undefined, { signal });
	const later = await weightOf(from).catch(() => undefined);
	if (!later || !isSame(later.sizeBytes, later.mtimeMs)) throw conflict('It is still being written.');
}

/** What came in a moment ago with the same look is not replaced by the next file: both stay. */
async function planOf({ db, library }: Road, look: LookRow, row: ImportRow, signal: AbortSignal) {
	const plan = async (existing: 'replace' | 'keep') =>
		(await library.intake.plan(groupOf(row), [{ ...fileOf(row), existing }], signal))[0]!;
	const first = await plan(row.existing);
	if (first.existing.length === 0) return first;
	const own = new Set(
		prepared(
			db,
			`SELECT fileId FROM import_rows WHERE lookId = ? AND outcome = 'imported' AND fileId IN (SELECT value FROM json_each(?))`
		)
			.pluck()
			.all(look.id, JSON.stringify(first.existing.map(({ fileId }) => fileId))) as number[]
	);
	const cameNow = first.existing.filter(({ fileId }) => fileId !== null && own.has(fileId));
	if (row.existing === 'keep' || cameNow.length === 0) return first;
	const beside = await plan('keep');
	return { ...beside, existing: first.existing.filter((each) => !cameNow.includes(each)) };
}

function companionsOf(base: string, row: ImportRow, path: string): Journal['companions'] {
	const places = companionPaths({ was: row.path, is: path, companions: row.companions });
	return thoseComing(row.companions).map(({ path: from, kind, extraType }) => ({
		from: join(base, from),
		path: places.get(from)!,
		kind,
		extraType
	}));
}
