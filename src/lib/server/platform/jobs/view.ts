import type { AddOptions, JobDefinition, JobView, Lane } from '../jobs.ts';
import type { JobRow, NewJobRow } from './rows.ts';

/** Throws when the payload does not fit the definition. */
export function newRow<P>(
	{ kind, title, lane, payload: schema, attempts, dedupe }: JobDefinition<P>,
	given: P,
	{ now, priority, runAt, userId }: AddOptions & { now: number }
): NewJobRow {
	const payload = schema.parse(given);
	return {
		kind,
		title: typeof title === 'string' ? title : title(payload),
		lane,
		// What is stored is the input: it is parsed again when the job runs.
		payload: JSON.stringify(given ?? null),
		priority: priority ?? 0,
		maxAttempts: attempts ?? 1,
		runAt: runAt ?? now,
		dedupeKey: dedupe ? `${kind}:${dedupe(payload)}` : null,
		userId: userId ?? null,
		createdAt: now
	};
}

/** While a job runs, its progress in memory is fresher than the row. */
export function viewOf(row: JobRow, live?: { progress: number; note: string | null }): JobView {
	return {
		id: row.id,
		kind: row.kind,
		title: row.title,
		lane: row.lane as Lane,
		state: row.state,
		priority: row.priority,
		attempts: row.attempts,
		maxAttempts: row.maxAttempts,
		progress: live?.progress ?? row.progress,
		note: live?.note ?? row.note,
		error: row.error,
		result: row.result === null ? null : JSON.parse(row.result),
		payload: JSON.parse(row.payload),
		userId: row.userId,
		runAt: row.runAt,
		createdAt: row.createdAt,
		startedAt: row.startedAt,
		finishedAt: row.finishedAt
	};
}
