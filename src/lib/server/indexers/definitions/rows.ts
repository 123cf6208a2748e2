import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '#server/platform/db.ts';
import { indexerDefinitions } from '../schema.ts';
import type { Origin } from './summary.ts';

export type DefinitionRow = typeof indexerDefinitions.$inferSelect;
export type NewDefinitionRow = typeof indexerDefinitions.$inferInsert;

const { id, origin, file, definitionId, sha256, summary, faults, updatedAt } = indexerDefinitions;
const light = { id, origin, file, definitionId, sha256, summary, faults, updatedAt };
export type LightRow = Omit<DefinitionRow, 'text'>;

export const all = (db: Db): LightRow[] => db.select(light).from(indexerDefinitions).all();

export const ofOrigin = (db: Db, from: Origin): Pick<DefinitionRow, 'id' | 'file' | 'sha256'>[] =>
	db.select({ id, file, sha256 }).from(indexerDefinitions).where(eq(origin, from)).all();

export const textOf = (db: Db, row: number): string | null =>
	db.select({ text: indexerDefinitions.text }).from(indexerDefinitions).where(eq(id, row)).get()?.text ?? null;

export function put(db: Db, rows: readonly NewDefinitionRow[]): void {
	db.transaction((tx) => {
		for (const row of rows)
			tx.insert(indexerDefinitions)
				.values(row)
				.onConflictDoUpdate({ target: [origin, file], set: row })
				.run();
	});
}

export function removeFiles(db: Db, from: Origin, files: readonly string[]): void {
	for (let at = 0; at < files.length; at += 500)
		db.delete(indexerDefinitions)
			.where(and(eq(origin, from), inArray(file, files.slice(at, at + 500))))
			.run();
}
