import { asc, eq, and } from 'drizzle-orm';
import type { Db } from '../db.ts';
import { notFound } from '../errors.ts';
import { providers } from './schema.ts';

export type ProviderRow = typeof providers.$inferSelect;
export type NewProviderRow = typeof providers.$inferInsert;

export function ofPort(db: Db, port: string): ProviderRow[] {
	return db
		.select()
		.from(providers)
		.where(eq(providers.port, port))
		.orderBy(asc(providers.priority), asc(providers.name), asc(providers.id))
		.all();
}

export function byId(db: Db, id: number): ProviderRow {
	const row = db.select().from(providers).where(eq(providers.id, id)).get();
	if (!row) throw notFound('provider', id);
	return row;
}

export const insert = (db: Db, row: NewProviderRow): ProviderRow =>
	db.insert(providers).values(row).returning().get();

export function update(db: Db, id: number, patch: Partial<NewProviderRow>): ProviderRow {
	const row = db.update(providers).set(patch).where(eq(providers.id, id)).returning().get();
	if (!row) throw notFound('provider', id);
	return row;
}

export const remove = (db: Db, id: number) => db.delete(providers).where(eq(providers.id, id)).run();

export const nameTaken = (db: Db, port: string, name: string, except?: number): boolean =>
	db
		.select({ id: providers.id })
		.from(providers)
		.where(and(eq(providers.port, port), eq(providers.name, name)))
		.all()
		.some(({ id }) => id !== except);

export function reseal(db: Db, change: (settings: ProviderRow['settings']) => ProviderRow['settings']) {
	for (const { id, settings } of db.select().from(providers).all()) {
		db.update(providers)
			.set({ settings: change(settings) })
			.where(eq(providers.id, id))
			.run();
	}
}
