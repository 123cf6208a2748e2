import { eq } from 'drizzle-orm';
import type { Db } from '#server/platform/db.ts';
import { conflict, notFound } from '#server/platform/errors.ts';
import type { formats, profiles } from './schema.ts';

export type Origin = 'shipped' | 'changed' | 'own' | 'import';
export type Kept<T> = T & { origin: Origin };

interface Definition {
	id: string;
	name: string;
}

/** What ships and what people made of it, as one list by id. */
export interface Collection<T extends Definition> {
	list(): Kept<T>[];
	get(id: string): Kept<T>;
	/** Makes or changes one. */
	save(definition: T, origin?: 'own' | 'import'): Kept<T>;
	/** Many at once, all or none. */
	saveAll(definitions: readonly T[], origin: 'own' | 'import'): void;
	/** An own one goes; a changed one returns to how it shipped. */
	remove(id: string): void;
}

interface Deps<T> {
	db: Db;
	table: typeof formats | typeof profiles;
	shipped: readonly T[];
	what: string;
	changed(): void;
	now(): number;
}

export function createCollection<T extends Definition>({
	db,
	table,
	shipped,
	what,
	changed,
	now
}: Deps<T>): Collection<T> {
	const byId = new Map(shipped.map((definition) => [definition.id, definition]));
	let kept: Kept<T>[] | undefined;

	function load(): Kept<T>[] {
		const rows = db.select().from(table).all() as unknown as {
			id: string;
			definition: T;
			origin: 'own' | 'import';
		}[];
		const own = new Map(
			rows.map((row) => [
				row.id,
				{ ...row.definition, origin: byId.has(row.id) ? ('changed' as const) : row.origin }
			])
		);
		const untouched = shipped
			.filter(({ id }) => !own.has(id))
			.map((definition) => ({ ...definition, origin: 'shipped' as const }));
		return [...untouched, ...own.values()].toSorted((a, b) => a.name.localeCompare(b.name));
	}
	const list = () => (kept ??= load());
	const forget = () => {
		kept = undefined;
		changed();
	};
	function get(id: string): Kept<T> {
		const found = list().find((entry) => entry.id === id);
		if (!found) throw notFound(what, id);
		return found;
	}

	function write(into: Db, definition: T, origin: 'own' | 'import'): void {
		const { origin: _, ...stored } = definition as T & { origin?: Origin };
		const row = { definition: stored as never, origin, updatedAt: now() };
		into
			.insert(table)
			.values({ id: definition.id, ...row })
			.onConflictDoUpdate({ target: table.id, set: row })
			.run();
	}

	return {
		list,
		get,
		save(definition, origin = 'own') {
			write(db, definition, origin);
			forget();
			return get(definition.id);
		},
		saveAll(definitions, origin) {
			db.transaction((tx) => {
				for (const definition of definitions) write(tx, definition, origin);
			});
			if (definitions.length > 0) forget();
		},
		remove(id) {
			if (get(id).origin === 'shipped')
				throw conflict(`This ${what} comes with Bijou and cannot be deleted.`);
			db.delete(table).where(eq(table.id, id)).run();
			forget();
		}
	};
}
