import { eq } from 'drizzle-orm';
import type { Db } from '#server/platform/db.ts';
import { AppError } from '#server/platform/errors.ts';
import type { Cipher } from '#server/platform/settings/secret-values.ts';
import { indexerSessions } from '../../schema.ts';

interface Place {
	db: Db;
	secrets: Cipher;
	indexerId: number;
}

/** A session at a site outlives a restart, so that Bijou does not sign in more often than a person would. */
export function openCookies({ db, secrets, indexerId }: Place) {
	return {
		stored: read({ db, secrets, indexerId }),
		save(text: string) {
			const cookies = secrets.encrypt(text);
			db.insert(indexerSessions)
				.values({ indexerId, cookies })
				.onConflictDoUpdate({ target: indexerSessions.indexerId, set: { cookies } })
				.run();
		}
	};
}

function read({ db, secrets, indexerId }: Place): string | undefined {
	const row = db.select().from(indexerSessions).where(eq(indexerSessions.indexerId, indexerId)).get();
	try {
		return row && secrets.decrypt(row.cookies);
	} catch (error) {
		// Written under another secret: the site is signed in to anew.
		if (error instanceof AppError) return undefined;
		throw error;
	}
}
