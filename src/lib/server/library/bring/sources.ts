import { asc, eq } from 'drizzle-orm';
import type { PathMapping } from '#core/library/bring-paths.ts';
import type { Db } from '#server/platform/db.ts';
import { notFound } from '#server/platform/errors.ts';
import type { Secrets } from '#server/platform/secrets.ts';
import { bringSources, type BringApp, type Pairing } from './schema.ts';

export type SourceRow = typeof bringSources.$inferSelect;
/** Without its key. */
export type BringSource = Omit<SourceRow, 'apiKey'>;

export interface Draft {
	app: BringApp;
	address: string;
	apiKey: string;
}

export interface SourcePatch {
	mappings?: PathMapping[] | undefined;
	pairings?: Pairing[] | undefined;
}

const outward = ({ apiKey: _, ...source }: SourceRow): BringSource => source;

export function openSources(db: Db, secrets: Secrets, now: () => number) {
	function row(id: number): SourceRow {
		const found = db.select().from(bringSources).where(eq(bringSources.id, id)).get();
		if (!found) throw notFound('program', id);
		return found;
	}
	const get = (id: number) => outward(row(id));
	const set = (id: number, patch: Partial<SourceRow>) => {
		if (db.update(bringSources).set(patch).where(eq(bringSources.id, id)).run().changes === 0)
			throw notFound('program', id);
		return get(id);
	};

	return {
		get,
		set,
		list: () => db.select().from(bringSources).orderBy(asc(bringSources.id)).all().map(outward),
		draft(id: number): Draft {
			const { app, address, apiKey } = row(id);
			return { app, address, apiKey: secrets.decrypt(apiKey) };
		},
		/** The same address twice is the same program. */
		keep(
			{ app, address, apiKey }: Draft,
			told: Pick<SourceRow, 'name' | 'version' | 'folders' | 'users' | 'mappings' | 'pairings'>
		): BringSource {
			const sealed = { apiKey: secrets.encrypt(apiKey) };
			const same = db
				.select()
				.from(bringSources)
				.where(eq(bringSources.address, address))
				.all()
				.find((each) => each.app === app);
			if (same) {
				const { mappings: _m, pairings: _p, ...fresh } = told;
				return set(same.id, { ...sealed, ...fresh });
			}
			const values = { app, address, ...sealed, ...told, addedAt: now() };
			return outward(db.insert(bringSources).values(values).returning().get());
		},
		remove(id: number) {
			if (db.delete(bringSources).where(eq(bringSources.id, id)).run().changes === 0)
				throw notFound('program', id);
		},
		/** Keys sealed with the secret before are sealed anew. */
		reseal() {
			for (const { id, apiKey } of db.select().from(bringSources).all())
				if (secrets.isStale(apiKey)) set(id, { apiKey: secrets.renew(apiKey) });
		}
	};
}
