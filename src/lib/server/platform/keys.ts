import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from './db.ts';
import { keys } from './keys/schema.ts';
import type { Secrets } from './secrets.ts';

export interface Keys {
	/** Made on first use, the same ever after. */
	get(name: string): string;
	reseal(change: (sealed: string) => string): void;
}

/** Keys for signing and the like. What is signed with them stays valid when BIJOU_SECRET changes. */
export function createKeys({
	db,
	secrets,
	now = Date.now
}: {
	db: Db;
	secrets: Secrets;
	now?: () => number;
}): Keys {
	return {
		get(name) {
			const made = { name, sealed: secrets.encrypt(randomBytes(32).toString('base64')), createdAt: now() };
			db.insert(keys).values(made).onConflictDoNothing().run();
			return secrets.decrypt(db.select().from(keys).where(eq(keys.name, name)).get()!.sealed);
		},
		reseal(change) {
			for (const { name, sealed } of db.select().from(keys).all()) {
				db.update(keys)
					.set({ sealed: change(sealed) })
					.where(eq(keys.name, name))
					.run();
			}
		}
	};
}
