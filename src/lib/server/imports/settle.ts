import { setTimeout as pause } from 'node:timers/promises';
import { destinationKey } from '#core/importing/destination-key.ts';
import { rowStanding } from '#core/importing/row-standing.ts';
import type { Road } from './deps.ts';
import { patchRow, rowsById, type ImportRow } from './queries.ts';
import type { importRows } from './schema.ts';

const readAtOnce = 160;
const sliceSize = 16;

export const fileOf = (row: ImportRow) => ({
	told: row.told,
	sizeBytes: row.sizeBytes,
	words: {
		quality: row.quality,
		languages: row.languages,
		group: row.group,
		edition: row.edition,
		releaseName: row.releaseName,
		part: row.part
	},
	probe: row.probe,
	season: row.season,
	episodes: row.episodes,
	existing: row.existing
});

export const groupOf = ({ target, rootFolderId, profileId, itemId }: ImportRow) => ({
	target:
		itemId === null
			? { kind: target!.kind, id: target!.itemId, add: target!.add }
			: { kind: target!.kind, id: itemId },
	rootFolderId,
	profileId
});

export interface SettleOptions {
	signal: AbortSignal;
	/** What is ready is chosen: at the first look, and when a person has just mended it. */
	choose?: (row: ImportRow) => boolean;
	told?(done: number): void;
}

/** Works out where each file would go and what stands in its way, and writes it down. */
export async function settleRows(
	road: Road,
	lookId: number,
	ids: readonly number[],
	options: SettleOptions
): Promise<void> {
	for (let at = 0; at < ids.length; at += readAtOnce) {
		const rows = rowsById(road.db, lookId, ids.slice(at, at + readAtOnce));
		await settleSome(road, rows, { ...options, told: (done) => options.told?.(at + done) });
	}
}

async function settleSome(
	{ db, library }: Road,
	rows: readonly ImportRow[],
	{ signal, choose = () => false, told }: SettleOptions
): Promise<void> {
	const open = rows.filter(({ outcome }) => outcome !== 'imported');
	const groups = Map.groupBy(open, (row) => (row.target && isAsked(row) ? JSON.stringify(groupOf(row)) : ''));
	let done = 0;
	for (const [key, members] of groups) {
		for (let at = 0; at < members.length; at += sliceSize) {
			signal.throwIfAborted();
			const slice = members.slice(at, at + sliceSize);
			const plans =
				key === '' ? [] : await library.intake.plan(groupOf(slice[0]!), slice.map(fileOf), signal);
			library.intake.inTransaction(() => {
				slice.forEach((row, index) => patchRow(db, row.id, worked(row, plans[index], choose(row))));
			});
			told?.((done += slice.length));
			await pause(0);
		}
	}
}

const isAsked = ({ refusal, overruled }: ImportRow) => !refusal || (refusal.soft && overruled);

type Plan = Awaited<ReturnType<Road['library']['intake']['plan']>>[number];

function worked(
	row: ImportRow,
	plan: Plan | undefined,
	choose: boolean
): Partial<typeof importRows.$inferInsert> {
	const { state, message, wanted } = rowStanding({
		refusal: row.refusal ?? undefined,
		overruled: row.overruled,
		kind: row.target?.kind,
		season: row.season ?? undefined,
		episodes: row.episodes,
		problem: plan?.problem,
		existing: row.existing === 'keep' ? [] : (plan?.existing ?? []),
		sure: row.sure
	});
	const add = row.target?.add;
	return {
		title: (plan?.title || add?.title) ?? null,
		year: plan?.year ?? add?.year ?? null,
		root: plan?.root ?? null,
		destination: plan?.path ?? null,
		destinationKey:
			plan && plan.path !== null && plan.rootFolderId !== null
				? destinationKey(plan.rootFolderId, plan.path)
				: null,
		episodeTitles: plan?.episodes ?? [],
		standing: plan?.existing ?? [],
		problem: plan?.problem ?? null,
		state,
		message: message ?? null,
		...(choose && wanted && { chosen: true })
	};
}
