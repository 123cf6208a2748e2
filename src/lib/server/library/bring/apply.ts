import { setImmediate as breathe } from 'node:timers/promises';
import { rawDb, type Db } from '#server/platform/db.ts';
import { AppError, toAppError, upstream } from '#server/platform/errors.ts';
import type { Profiles } from '#server/profiles/module.ts';
import type { Roots } from '../roots.ts';
import type { SeriesType } from '../schema/folders.ts';
import { bringItem } from './apply-item.ts';
import { bringWatched } from './apply-watched.ts';
import type { ArrClient } from './arr-client.ts';
import { bringHistory } from './history.ts';
import type { ItemFacts, Watching } from './look-arr.ts';
import type { WatchedFacts } from './look-jellyfin.ts';
import { appNames } from './refusals.ts';
import { fullRow, openRows, settleRow, type FullRow } from './rows.ts';
import type { BringSource } from './sources.ts';

export interface Applying {
	db: Db;
	profiles: Pick<Profiles, 'importFrom' | 'profiles'>;
	roots: Pick<Roots, 'add'>;
	now: () => number;
}

export interface Applied {
	added: number;
	changed: number;
	failed: number;
	profiles: number;
	formats: number;
	roots: number;
	watched: number;
	history: number;
	historyLeft: number;
}

/** What has to follow however far it came. */
export interface Consequences {
	newRoots: number[];
	newItems: { kind: 'movie' | 'series'; id: number }[];
}

/** So many failures in a row, and the other program is gone. */
const patience = 3;
const tellEvery = 20;

type Work = (row: FullRow) => void | Promise<void>;

/** Does what is chosen and not done yet, line by line; what is done stays done whatever happens after it. */
export async function applyRows(
	context: Applying,
	source: BringSource,
	client: ArrClient | undefined,
	{ signal, progress, log }: Watching,
	consequences: Consequences
): Promise<Applied> {
	const { db, now } = context;
	const applied: Applied = {
		added: 0,
		changed: 0,
		failed: 0,
		profiles: 0,
		formats: 0,
		roots: 0,
		watched: 0,
		history: 0,
		historyLeft: 0
	};
	const app = source.app as 'sonarr' | 'radarr';

	const definition: Work = async (row) => {
		const file = { path: row.title, text: JSON.stringify(row.facts) };
		const { faults } = await context.profiles.importFrom(app, [file]);
		if (faults.length > 0) throw new AppError('invalid', faults[0]!, { status: 400 });
		applied[row.kind === 'format' ? 'formats' : 'profiles'] += 1;
	};
	const work: Partial<Record<FullRow['kind'], Work>> = {
		async root({ facts }) {
			const { path, kind, seriesType } = facts as {
				path: string;
				kind: 'movie' | 'series';
				seriesType: SeriesType;
			};
			consequences.newRoots.push((await context.roots.add({ path, kind, seriesType })).id);
			applied.roots += 1;
		},
		format: definition,
		profile: definition,
		movie: item,
		series: item,
		watched(row) {
			if (bringWatched(db, row.facts as WatchedFacts)) applied.watched += 1;
		}
	};

	async function item(row: FullRow): Promise<void> {
		const { profileId, ...rest } = row.facts as ItemFacts;
		const isHere = context.profiles.profiles.list().some(({ id }) => id === profileId);
		// Its profile may have been left out.
		const facts = isHere ? { ...rest, profileId } : rest;
		const episodes = row.kind === 'series' ? await client!.episodes(facts.remoteId, signal) : [];
		const { id, isNew } = rawDb(db).transaction(() => {
			const made = bringItem(db, facts, { app, localId: row.localId, episodes, now: now() });
			// With the item itself, so that a crash leaves both or neither.
			settleRow(db, row.id, 'done', { localId: made.id });
			return made;
		})();
		applied[isNew ? 'added' : 'changed'] += 1;
		if (isNew) consequences.newItems.push({ kind: facts.kind, id });
	}

	const order = [['root'], ['format'], ['profile'], ['movie', 'series', 'watched']] as const;
	const rows = order.flatMap((kinds) => openRows(db, source.id, kinds));
	let failures = 0;
	for (const [index, id] of rows.entries()) {
		signal.throwIfAborted();
		const row = fullRow(db, id);
		try {
			await work[row.kind]!(row);
			settleRow(db, id, 'done');
			failures = 0;
		} catch (error) {
			signal.throwIfAborted();
			const fault = toAppError(error);
			if (fault.code === 'internal') throw error;
			settleRow(db, id, 'failed', { message: fault.message });
			applied.failed += 1;
			log(`${row.title}: ${fault.message}`);
			if (fault.status >= 500 && (failures += 1) >= patience)
				throw gone(source, index + 1, rows.length, fault);
		}
		if (index % tellEvery !== 0) continue;
		progress((0.9 * (index + 1)) / rows.length, `${index + 1} of ${rows.length}: ${row.title}`);
		await breathe();
	}
	for (const id of openRows(db, source.id, ['history'])) {
		const shifted = (fraction: number, note?: string) => progress(0.9 + 0.1 * fraction, note);
		const { brought, left } = await bringHistory(db, source, client!, { signal, progress: shifted, log });
		applied.history = brought;
		applied.historyLeft = left;
		settleRow(db, id, 'done');
	}
	return applied;
}

const gone = ({ app }: BringSource, done: number, total: number, cause: AppError) =>
	upstream(
		`${appNames[app]} stopped answering after ${done} of ${total}. What came stays; run it again to go on. (${cause.message})`,
		cause
	);
