import { z } from 'zod';
import { toAppError } from '#server/platform/errors.ts';
import { defineJob, type JobDefinition } from '#server/platform/jobs.ts';
import { isSourceFault } from './ask.ts';
import type { Identifying } from './identify-unit.ts';
import { dueItems, refreshItem } from './refresh.ts';

const payload = z.object({
	/** All that is due when absent. */
	items: z.array(z.object({ kind: z.enum(['movie', 'series']), id: z.number().int() })).optional()
});
export type RefreshPayload = z.output<typeof payload>;

const limit = 1_000;
const patience = 6;

export function defineRefreshJob(
	context: Identifying,
	refreshDays: () => number
): JobDefinition<RefreshPayload> {
	return defineJob({
		kind: 'library.refresh',
		title: ({ items }) =>
			items
				? `Refresh metadata of ${items.length === 1 ? 'one item' : `${items.length} items`}`
				: 'Refresh metadata that is due',
		lane: 'default',
		payload,
		dedupe: (given) => JSON.stringify(given),
		async run({ items }, { signal, progress, log }) {
			const due = items ?? dueItems(context, refreshDays(), limit);
			let refreshed = 0;
			let failures = 0;
			for (const [index, { kind, id }] of due.entries()) {
				signal.throwIfAborted();
				try {
					refreshed += Number(await refreshItem(context, kind, id, signal));
					failures = 0;
				} catch (error) {
					if (!isSourceFault(error, signal)) throw error;
					log(`${kind} ${id}: ${toAppError(error).message}`);
					if (items?.length === 1) throw error;
					if ((failures += 1) >= patience) break;
				}
				progress((index + 1) / due.length, `${index + 1} of ${due.length}`);
			}
			return { refreshed, due: due.length };
		}
	});
}
