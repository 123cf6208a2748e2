import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { PathMapping } from '../../../core/library/bring-paths.ts';
import type { RowKind, Standing } from '../../../core/library/bring-words.ts';
import type { Said } from '../../../core/text/said.ts';
import { episodes, movies, series } from '../schema/items.ts';

const id = () => integer().primaryKey({ autoIncrement: true });
const list = <T>() =>
	text({ mode: 'json' })
		.$type<T[]>()
		.notNull()
		.default(sql`'[]'`);

export type BringApp = 'sonarr' | 'radarr' | 'jellyfin';

/** Whose watched states go to whom. */
export interface Pairing {
	remote: string;
	userId: string;
}

/** A program that a library is brought along from. */
export const bringSources = sqliteTable('bring_sources', {
	id: id(),
	app: text().$type<BringApp>().notNull(),
	address: text().notNull(),
	/** Encrypted. */
	apiKey: text().notNull(),
	name: text().notNull(),
	version: text().notNull(),
	/** Its root folders, as it sees them. */
	folders: list<string>(),
	/** Its people. */
	users: list<{ id: string; name: string }>(),
	mappings: list<PathMapping>(),
	pairings: list<Pairing>(),
	/** When the rows below were complete. */
	lookedAt: integer(),
	appliedAt: integer(),
	addedAt: integer().notNull()
});

/** What the last look found: one line of the preview each, and what became of it. */
export const bringRows = sqliteTable(
	'bring_rows',
	{
		id: id(),
		sourceId: integer()
			.notNull()
			.references(() => bringSources.id, { onDelete: 'cascade' }),
		kind: text().$type<RowKind>().notNull(),
		key: text().notNull(),
		title: text().notNull(),
		year: integer(),
		standing: text().$type<Standing>().notNull(),
		reasons: list<Said>(),
		/** What is needed to do it; its shape belongs to the kind. */
		facts: text({ mode: 'json' }).notNull(),
		/** The item here that it is. */
		localId: integer(),
		chosen: integer({ mode: 'boolean' }).notNull(),
		outcome: text().$type<'done' | 'failed'>(),
		message: text()
	},
	(table) => [
		uniqueIndex('bring_rows_key').on(table.sourceId, table.kind, table.key),
		index('bring_rows_standing').on(table.sourceId, table.kind, table.standing, table.id)
	]
);

export type HistoryEvent = 'grabbed' | 'imported' | 'failed' | 'deleted' | 'renamed' | 'ignored';

/** What happened before Bijou: kept word for word, so that a history can show it. */
export const broughtHistory = sqliteTable(
	'brought_history',
	{
		id: id(),
		/** Names the event whatever program or instance tells of it again. */
		key: text().notNull().unique(),
		app: text().$type<'sonarr' | 'radarr'>().notNull(),
		sourceId: integer().references(() => bringSources.id, { onDelete: 'set null' }),
		movieId: integer().references(() => movies.id, { onDelete: 'set null' }),
		seriesId: integer().references(() => series.id, { onDelete: 'set null' }),
		episodeId: integer().references(() => episodes.id, { onDelete: 'set null' }),
		event: text().$type<HistoryEvent>().notNull(),
		at: integer().notNull(),
		sourceTitle: text().notNull(),
		quality: text(),
		/** Indexer, client, reason: what the other program noted besides. */
		details: text({ mode: 'json' }).$type<Record<string, string>>().notNull()
	},
	(table) => [
		index('brought_history_movie').on(table.movieId, table.at),
		index('brought_history_series').on(table.seriesId, table.at)
	]
);
