import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { kindOfName } from '#core/importing/kind-of-name.ts';
import { refusals } from '#core/importing/refusal.ts';
import { discQuality } from '#core/library/disc.ts';
import { toAppError } from '#server/platform/errors.ts';
import { defineJob, type JobContext } from '#server/platform/jobs.ts';
import { baseOf } from './base-of.ts';
import type { Road } from './deps.ts';
import type { SeenFile, SeenFolder } from './found.ts';
import { giveExtras, giveLoose } from './give-companions.ts';
import { groupsOf, identifyGroups, parseTold, type Group, type Identity } from './identify.ts';
import { probeRows } from './probe-rows.ts';
import { getLook, insertRow, patchLook, patchRow, type LookRow } from './queries.ts';
import { importRows, type LookReport } from './schema.ts';
import { settleRows } from './settle.ts';
import { weightOf } from './weight-of.ts';
import { walk } from './walk.ts';

const mostFiles = 20_000;
const keptSkips = 200;
const growMs = 1_200;
const insertAtOnce = 60;
const writtenAtOnce = 200;

interface LookJobDeps extends Road {
	/** The rows can be looked at; what follows only adds to them. */
	ready(look: LookRow): void;
}

export function defineLookJob(road: LookJobDeps) {
	return defineJob({
		kind: 'imports.look',
		title: 'Look into a folder for the import',
		lane: 'scans',
		payload: z.object({ lookId: z.number().int() }),
		dedupe: ({ lookId }) => `look ${lookId}`,
		async run({ lookId }, context) {
			const look = getLook(road.db, lookId);
			try {
				// After a crash it may have come far enough already: then people have worked with the rows.
				const files = look.state === 'looking' ? await run(road, look, context) : undefined;
				await deepen(road, getLook(road.db, lookId), context);
				return { files };
			} catch (error) {
				// One that was stopped by the end of the program is begun anew at the next start.
				const isOpen = getLook(road.db, lookId).state === 'looking';
				if (isOpen && (!context.signal.aborted || context.signal.reason === 'Cancelled')) {
					const cancelled = context.signal.aborted;
					patchLook(road.db, lookId, {
						state: 'failed',
						message: cancelled ? 'It was cancelled.' : toAppError(error).message,
						finishedAt: road.now()
					});
					road.bus.emit('import.changed', { id: lookId });
				}
				throw error;
			}
		}
	});
}

async function run(road: LookJobDeps, look: LookRow, { signal, progress, log }: JobContext) {
	const { db, now } = road;
	db.delete(importRows).where(eq(importRows.lookId, look.id)).run();
	const { files, report } = await findFiles(road, look, signal, (count) => progress(0, `${count}`));
	await markGrowing(look.path, files, signal);
	const rows = await insertRows(road, look.id, files);
	patchLook(db, look.id, { report });

	const groups = groupsOf(rows);
	report.faults = await identifyGroups(road, groups, look.hint, signal, async (group, identity, done) => {
		await writeIdentity(road, group, identity, signal);
		progress((0.6 * done) / groups.length, `${done} / ${groups.length}`);
	});
	for (const fault of report.faults) log(fault);
	const ids = rows.map(({ rowId }) => rowId);
	const wish = look.hint.for;
	await settleRows(road, look.id, ids, {
		signal,
		choose: ({ target }) => !wish || (target?.kind === wish.kind && target.itemId === wish.id),
		told: (done) => progress(0.6 + (0.2 * done) / ids.length)
	});
	patchLook(db, look.id, { state: 'ready', report, finishedAt: now() });
	road.bus.emit('import.changed', { id: look.id });
	return files.length;
}

/** Looks into the files themselves, while people look at the list. */
async function deepen(road: LookJobDeps, look: LookRow, { signal, progress }: JobContext): Promise<void> {
	await probeRows(road, look, { signal, told: (share) => progress(0.8 + 0.2 * share) });
	if (getLook(road.db, look.id).state === 'ready') road.ready(look);
}

async function findFiles(
	{ workers, now }: Road,
	look: LookRow,
	signal: AbortSignal,
	told: (files: number) => void
): Promise<{ files: SeenFile[]; report: LookReport }> {
	const report: LookReport = { folders: 0, otherFiles: 0, skipped: [], skippedCount: 0, faults: [] };
	const found: SeenFile[] = [];
	const folders: Pick<SeenFolder, 'path' | 'loose'>[] = [];
	const skip = (skipped: { path: string; reason: string }) => {
		report.skippedCount += 1;
		if (report.skipped.length < keptSkips) report.skipped.push(skipped);
	};
	const options = { path: look.path, kind: look.hint.kind, workers, signal, now: now() };
	for await (const slice of walk(options)) {
		for (const folder of slice) {
			report.folders += 1;
			report.otherFiles += folder.others;
			folder.skipped.forEach(skip);
			found.push(...folder.files.slice(0, mostFiles - found.length));
			if (folder.loose.length > 0) folders.push({ path: folder.path, loose: folder.loose });
		}
		told(found.length);
		if (found.length < mostFiles) continue;
		skip({ path: '…', reason: `More than ${mostFiles} files were found; look into a smaller folder.` });
		break;
	}
	giveLoose(found, folders);
	const files = giveExtras(found);
	nameAfter(look.hint, files);
	const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
	const isOut = ({ refusal }: SeenFile) => Number(refusal !== undefined);
	// What cannot come in stands behind everything else.
	files.sort((a, b) => isOut(a) - isOut(b) || collator.compare(a.path, b.path));
	return { files, report };
}

/** The name something was released under says more than what a client made of it, where it holds one file. */
function nameAfter({ releaseName, kind }: LookRow['hint'], files: readonly SeenFile[]): void {
	const mains = files.filter(({ refusal }) => !refusal);
	const [only] = mains;
	if (!releaseName || !only || mains.length > 1) return;
	only.releaseName = releaseName;
	only.told = `${releaseName}/${basename(only.path)}`;
	only.kind = kind ?? kindOfName(`${releaseName}.mkv`, []);
	only.parsed = parseTold(only.told, only.kind);
}

/** Files written a moment ago that are not as they were a moment later. */
async function markGrowing(path: string, files: readonly SeenFile[], signal: AbortSignal): Promise<void> {
	const fresh = files.filter(({ isFresh, refusal }) => isFresh && !refusal);
	if (fresh.length === 0) return;
	await pause(growMs, undefined, { signal });
	const base = await baseOf(path);
	for (const file of fresh) {
		const found = await weightOf(join(base, file.path)).catch(() => undefined);
		if (found?.sizeBytes === file.sizeBytes && Math.floor(found.mtimeMs) === file.mtimeMs) continue;
		file.refusal = refusals.growing;
	}
}

async function insertRows(road: Road, lookId: number, files: readonly SeenFile[]) {
	const { db, library } = road;
	const rows: { rowId: number; seen: SeenFile }[] = [];
	for (let at = 0; at < files.length; at += insertAtOnce) {
		library.intake.inTransaction(() => {
			for (const seen of files.slice(at, at + insertAtOnce)) {
				rows.push({ rowId: insertRow(db, { lookId, ...columnsOf(road, seen) }), seen });
			}
		});
		await pause(0);
	}
	return rows;
}

function columnsOf({ library }: Road, seen: SeenFile) {
	const { path, told, sizeBytes, mtimeMs, device, inode, parsed } = seen;
	const isHere = !seen.refusal && library.intake.fileWithInode(device, inode, sizeBytes) !== undefined;
	const says = parsed?.source ?? parsed?.resolution ?? parsed?.modifier;
	return {
		path,
		told,
		sizeBytes,
		mtimeMs,
		device,
		inode,
		refusal: seen.refusal ?? (isHere ? refusals.inLibrary : null),
		state: seen.refusal || isHere ? ('refused' as const) : ('unknown' as const),
		message: seen.refusal?.message ?? (isHere ? refusals.inLibrary.message : null),
		quality: parsed && says ? parsed.quality : discQuality(path),
		languages: parsed?.languages ?? [],
		group: parsed?.group ?? null,
		edition: parsed?.edition.join(', ') || null,
		releaseName: seen.releaseName ?? null,
		part: seen.part ?? null,
		proper: Boolean(parsed?.proper || parsed?.repack),
		companions: seen.companions
	};
}

async function writeIdentity(
	road: Road,
	group: Group,
	{ target, sure, confidence, reasons, guesses }: Identity,
	signal: AbortSignal
): Promise<void> {
	const { db, library } = road;
	const { members } = group;
	const kind = target?.kind ?? group.kind;
	const parsed = members.map(({ seen }) =>
		seen.parsed && seen.kind === kind ? seen.parsed : parseTold(seen.told, kind)
	);
	const numbers =
		kind === 'series' && target
			? await library.intake.numbers({ target: { kind, id: target.itemId, add: target.add } }, parsed, signal)
			: parsed.map(({ seasons, episodes }) => ({
					season: kind === 'series' ? (seasons[0] ?? null) : null,
					episodes: kind === 'series' ? episodes : []
				}));
	const set = { target: target ?? null, sure, confidence: Math.round(confidence * 100), reasons, guesses };
	for (let at = 0; at < members.length; at += writtenAtOnce) {
		library.intake.inTransaction(() => {
			for (const [index, { rowId }] of members.slice(at, at + writtenAtOnce).entries())
				patchRow(db, rowId, { ...set, ...numbers[at + index]! });
		});
		await pause(0);
	}
}
