import type { Database } from 'better-sqlite3';
import type { JobLogLine, JobQuery, JobState } from '../jobs.ts';
import { decodeCursor, pageOf, parseSort } from '../web/lists.ts';
import type { jobs } from './schema.ts';

export type JobRow = typeof jobs.$inferSelect;
export type NewJobRow = Pick<
	JobRow,
	| 'kind'
	| 'title'
	| 'lane'
	| 'payload'
	| 'priority'
	| 'maxAttempts'
	| 'runAt'
	| 'dedupeKey'
	| 'userId'
	| 'createdAt'
>;

export interface Ending {
	id: number;
	owner: string;
	state: JobState;
	error?: string;
	result?: string;
	/** When it is queued again. */
	runAt?: number;
	now: number;
}

/** A process that dies this often over the same job is taken to die because of it. */
const crashLimit = 3;
const crashed = 'Bijou stopped unexpectedly every time this ran.';

export const logLimit = 1_000;

const free = 'leaseOwner = NULL, leaseUntil = NULL';

/** The statements of the job tables, prepared once: the queue is the busiest table there is. */
export function openJobRows(client: Database) {
	const insert = client.prepare<NewJobRow, { id: number }>(
		`INSERT INTO jobs (kind, title, lane, state, payload, priority, maxAttempts, runAt, dedupeKey, userId, createdAt)
		 VALUES (@kind, @title, @lane, 'queued', @payload, @priority, @maxAttempts, @runAt, @dedupeKey, @userId, @createdAt)
		 ON CONFLICT DO NOTHING RETURNING id`
	);
	const unfinishedWithKey = client.prepare<[string], { id: number }>(
		`SELECT id FROM jobs WHERE dedupeKey = ? AND dedupeKey IS NOT NULL AND state IN ('queued', 'running')`
	);
	// A cancelled job that still winds down holds its key, so that the same work never runs twice at once.
	const claim = client.prepare<object, JobRow>(
		`UPDATE jobs SET state = 'running', leaseOwner = @owner, leaseUntil = @until, startedAt = @now,
		   finishedAt = NULL, progress = 0, note = NULL, error = NULL
		 WHERE id IN (
		   SELECT id FROM jobs
		   WHERE state = 'queued' AND lane = @lane AND runAt <= @now
		     AND kind IN (SELECT value FROM json_each(@kinds))
		     AND (dedupeKey IS NULL OR dedupeKey NOT IN
		       (SELECT dedupeKey FROM jobs WHERE leaseOwner IS NOT NULL AND dedupeKey IS NOT NULL))
		   ORDER BY priority DESC, runAt, id LIMIT @limit)
		 RETURNING *`
	);
	const end = client.prepare<object>(
		`UPDATE jobs SET state = @state, attempts = attempts + 1, error = @error, result = @result,
		   progress = CASE @state WHEN 'done' THEN 1 ELSE progress END,
		   runAt = coalesce(@runAt, runAt), finishedAt = CASE @state WHEN 'queued' THEN NULL ELSE @now END, ${free}
		 WHERE id = @id AND leaseOwner = @owner AND state = 'running'`
	);
	const release = client.prepare<[number, string]>(`UPDATE jobs SET ${free} WHERE id = ? AND leaseOwner = ?`);
	const renew = client.prepare<object>(
		`UPDATE jobs SET leaseUntil = @until, progress = @progress, note = @note WHERE id = @id AND leaseOwner = @owner`
	);
	const cancel = client.prepare<[number, number], JobRow>(
		`UPDATE jobs SET state = 'cancelled', finishedAt = ?
		 WHERE id = ? AND state IN ('queued', 'running') RETURNING *`
	);
	const retry = client.prepare<[number, number], JobRow>(
		`UPDATE jobs SET state = 'queued', runAt = ?, attempts = 0, crashes = 0, progress = 0,
		   note = NULL, error = NULL, startedAt = NULL, finishedAt = NULL
		 WHERE id = ? AND state IN ('failed', 'cancelled') AND leaseOwner IS NULL RETURNING *`
	);
	const queueAgain = client.prepare<[string]>(
		`UPDATE jobs SET state = 'queued', startedAt = NULL, ${free} WHERE leaseOwner = ? AND state = 'running'`
	);
	const recover = client.prepare<object, JobRow>(
		`UPDATE jobs SET crashes = crashes + 1,
		   state = CASE WHEN crashes + 1 >= ${crashLimit} THEN 'failed' ELSE 'queued' END,
		   error = CASE WHEN crashes + 1 >= ${crashLimit} THEN @crashed END,
		   finishedAt = CASE WHEN crashes + 1 >= ${crashLimit} THEN @now END, startedAt = NULL, ${free}
		 WHERE leaseOwner = @owner AND leaseUntil < @before AND state = 'running' RETURNING *`
	);
	const releaseAll = client.prepare<[string, number]>(
		`UPDATE jobs SET ${free} WHERE leaseOwner = ? AND leaseUntil < ?`
	);
	const leases = client.prepare<[], { owner: string; until: number }>(
		`SELECT leaseOwner AS owner, min(leaseUntil) AS until FROM jobs WHERE leaseOwner IS NOT NULL GROUP BY leaseOwner`
	);
	const nextDue = client.prepare<[string, number], { at: number | null }>(
		`SELECT min(runAt) AS at FROM jobs WHERE state = 'queued' AND lane = ? AND runAt > ?`
	);
	const anyDue = client.prepare<[string, number]>(
		`SELECT 1 FROM jobs WHERE state = 'queued' AND lane = ? AND runAt <= ? LIMIT 1`
	);
	const byId = client.prepare<[number], JobRow>('SELECT * FROM jobs WHERE id = ?');
	const counts = client.prepare<[], { state: JobState; count: number }>(
		'SELECT state, count(*) AS count FROM jobs GROUP BY state'
	);
	const move = client.prepare<[string, string, string]>(
		`UPDATE jobs SET lane = ? WHERE kind = ? AND state = 'queued' AND lane <> ?`
	);
	const addLog = client.prepare<[number, number, string]>(
		'INSERT INTO job_logs (jobId, at, line) VALUES (?, ?, ?)'
	);
	const trimLog = client.prepare<[number, number]>(
		`DELETE FROM job_logs WHERE jobId = ? AND id <= (
		   SELECT id FROM job_logs WHERE jobId = ? ORDER BY id DESC LIMIT 1 OFFSET ${logLimit})`
	);
	const logs = client.prepare<[number], JobLogLine>(
		'SELECT at, line FROM job_logs WHERE jobId = ? ORDER BY id'
	);
	const forget = client.prepare<object>(
		`DELETE FROM jobs WHERE leaseOwner IS NULL AND (
		   (state IN ('done', 'cancelled') AND finishedAt < @finishedBefore)
		   OR (state = 'failed' AND finishedAt < @failedBefore))`
	);

	return {
		insert: (row: NewJobRow) => insert.get(row)?.id,
		unfinishedWithKey: (key: string) => unfinishedWithKey.get(key)?.id,
		claim: (wish: {
			lane: string;
			kinds: string;
			owner: string;
			now: number;
			until: number;
			limit: number;
		}) => (anyDue.get(wish.lane, wish.now) ? claim.all(wish).toSorted(byUrgency) : []),
		/** False when the job was cancelled or taken over in the meantime. */
		end: (ending: Ending) => end.run({ error: null, result: null, runAt: null, ...ending }).changes > 0,
		release: (id: number, owner: string) => release.run(id, owner),
		renew: (lease: { id: number; owner: string; until: number; progress: number; note: string | null }) =>
			renew.run(lease).changes > 0,
		cancel: (id: number, now: number) => cancel.get(now, id),
		retry: (id: number, now: number) => retry.get(now, id),
		/** On an orderly stop. */
		giveBack(owner: string) {
			queueAgain.run(owner);
			releaseAll.run(owner, Infinity);
		},
		/** After someone died: what they worked on is queued again. */
		recover({ owner, before, now }: { owner: string; before: number; now: number }) {
			const rows = recover.all({ owner, before, crashed, now });
			releaseAll.run(owner, before);
			return rows;
		},
		leases: () => leases.all(),
		nextDue: (lane: string, now: number) => nextDue.get(lane, now)?.at ?? undefined,
		get: (id: number) => byId.get(id),
		counts: () => counts.all(),
		moveQueued: (kind: string, lane: string) => move.run(lane, kind, lane),
		addLog: (id: number, at: number, line: string) => addLog.run(id, at, line),
		trimLog: (id: number) => trimLog.run(id, id),
		logs: (id: number) => logs.all(id),
		forget: (limits: { finishedBefore: number; failedBefore: number }) => forget.run(limits).changes,
		list: (query: JobQuery) => listRows(client, query)
	};
}

export type JobRows = ReturnType<typeof openJobRows>;

const byUrgency = (a: JobRow, b: JobRow) => b.priority - a.priority || a.runAt - b.runAt || a.id - b.id;

function listRows(client: Database, { states, kind, sort, limit = 50, cursor }: JobQuery) {
	const { descending } = parseSort(sort, ['id'], { field: 'id', descending: true });
	const wanted = [
		...(states ? ['state IN (SELECT value FROM json_each(@states))'] : []),
		...(kind ? ['kind = @kind'] : [])
	];
	const beyond = cursor === undefined ? [] : [descending ? 'id < @last' : 'id > @last'];
	const last = cursor === undefined ? null : decodeCursor(cursor, 1)[0];
	const values = { states: JSON.stringify(states ?? []), kind: kind ?? null, limit: limit + 1, last };
	const { total } = client
		.prepare<object, { total: number }>(`SELECT count(*) AS total FROM jobs ${where(wanted)}`)
		.get(values)!;
	const rows = client
		.prepare<object, JobRow>(
			`SELECT * FROM jobs ${where([...wanted, ...beyond])}
			 ORDER BY id ${descending ? 'DESC' : 'ASC'} LIMIT @limit`
		)
		.all(values);
	return pageOf(rows, limit, total, (row) => [row.id]);
}

const where = (parts: string[]) => (parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '');
