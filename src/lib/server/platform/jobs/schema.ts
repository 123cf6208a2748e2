import { sql } from 'drizzle-orm';
import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const jobs = sqliteTable(
	'jobs',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		kind: text().notNull(),
		title: text().notNull(),
		lane: text().notNull(),
		state: text({ enum: ['queued', 'running', 'done', 'failed', 'cancelled'] }).notNull(),
		payload: text().notNull(),
		priority: integer().notNull(),
		/** Tries that ended by themselves; a process that died is counted in `crashes`. */
		attempts: integer().notNull().default(0),
		maxAttempts: integer().notNull(),
		crashes: integer().notNull().default(0),
		runAt: integer().notNull(),
		dedupeKey: text(),
		/** Set as long as someone works on it, also while a cancelled job winds down. */
		leaseOwner: text(),
		leaseUntil: integer(),
		progress: real().notNull().default(0),
		note: text(),
		result: text(),
		error: text(),
		userId: text(),
		createdAt: integer().notNull(),
		startedAt: integer(),
		finishedAt: integer()
	},
	(table) => [
		index('jobs_claim')
			.on(table.lane, sql`priority desc`, table.runAt, table.id)
			.where(sql`state = 'queued'`),
		uniqueIndex('jobs_dedupe')
			.on(table.dedupeKey)
			.where(sql`state in ('queued', 'running') and dedupeKey is not null`),
		index('jobs_due')
			.on(table.lane, table.runAt)
			.where(sql`state = 'queued'`),
		index('jobs_leased')
			.on(table.leaseOwner)
			.where(sql`leaseOwner is not null`),
		index('jobs_state').on(table.state, table.id),
		index('jobs_kind').on(table.kind, table.id)
	]
);

export const jobLogs = sqliteTable(
	'job_logs',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		jobId: integer()
			.notNull()
			.references(() => jobs.id, { onDelete: 'cascade' }),
		at: integer().notNull(),
		line: text().notNull()
	},
	(table) => [index('job_logs_job').on(table.jobId, table.id)]
);
