import { z } from 'zod';
import { defineJob, type JobDefinition } from '#server/platform/jobs.ts';
import { adoptExtras, pendingUnits, wasTried, type Unit } from './pending.ts';
import { identifyUnit, type Identifying, type Outcome } from './identify-unit.ts';
import { readNames } from './read-names.ts';

const payload = z.object({
	rootFolderId: z.number().int().optional(),
	/** Also what was tried lately without success. */
	again: z.boolean().optional()
});
export type IdentifyPayload = z.output<typeof payload>;

const atOnce = 4;
/** So many failures of the sources in a row, and the rest is left for a later run. */
const patience = 6;

export function defineIdentifyJob(
	context: Identifying,
	identified: () => void
): JobDefinition<IdentifyPayload> {
	return defineJob({
		kind: 'library.identify',
		title: 'Identify new films and series',
		lane: 'default',
		payload,
		dedupe: ({ rootFolderId, again }) => `${rootFolderId ?? 'all'}${again ? ' again' : ''}`,
		async run({ rootFolderId, again }, { signal, progress, log }) {
			const counts: Record<Outcome, number> = {
				matched: 0,
				'own-words': 0,
				unmatched: 0,
				'source-failed': 0,
				nothing: 0
			};
			adoptExtras(context.db);
			if ((await readNames(context.db, context.workers, signal, 'owned')) > 0)
				context.bus.emit('library.changed', { kind: 'file' });
			const since = context.now();
			const units = pendingUnits(context.db, { rootFolderId, again, now: since });
			const left = await identifyAll(context, units, { signal, since }, (unit, outcome, done) => {
				counts[outcome] += 1;
				if (outcome === 'source-failed') log(`${unit.path}: its source failed; it is tried again later.`);
				progress(done / units.length, `${done} of ${units.length}`);
			});
			if (left > 0) log(`${left} are left for later, because the sources do not answer.`);
			adoptExtras(context.db);
			await readNames(context.db, context.workers, signal, 'all');
			identified();
			return { ...counts, left };
		}
	});
}

/** Some at a time; answers how many were not tried. */
export async function identifyAll(
	context: Identifying,
	units: readonly Unit[],
	{ signal, since }: { signal: AbortSignal; since: number },
	told: (unit: Unit, outcome: Outcome, done: number) => void
): Promise<number> {
	let failures = 0;
	let done = 0;
	const queue = units.values();
	const worker = async () => {
		for (const unit of queue) {
			signal.throwIfAborted();
			// A scan of one folder and the regular look at all may be under way together.
			const outcome = wasTried(context.db, unit, since)
				? 'unmatched'
				: await identifyUnit(context, unit, signal);
			failures = outcome === 'source-failed' ? failures + 1 : 0;
			told(unit, outcome, (done += 1));
			if (failures >= patience) return;
		}
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, units.length) }, worker));
	return units.length - done;
}
