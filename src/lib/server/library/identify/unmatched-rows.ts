import { and, eq } from 'drizzle-orm';
import type { Db } from '#server/platform/db.ts';
import { unmatched, type Suggestion } from '../schema/files.ts';

interface Place {
	rootFolderId: number;
	path: string;
}

export interface UnmatchedFacts {
	title: string;
	year: number | undefined;
	reason: (typeof unmatched.$inferSelect)['reason'];
	message: string;
	suggestions: Suggestion[];
	fileCount: number;
	now: number;
}

const at = ({ rootFolderId, path }: Place) =>
	and(eq(unmatched.rootFolderId, rootFolderId), eq(unmatched.path, path));

export const clearUnmatched = (db: Db, place: Place) => db.delete(unmatched).where(at(place)).run();

export function noteUnmatched(
	db: Db,
	{ rootFolderId, path }: Place,
	{ now, ...facts }: UnmatchedFacts
): void {
	const columns = { ...facts, year: facts.year ?? null, triedAt: now };
	db.insert(unmatched)
		.values({ rootFolderId, path, ...columns })
		.onConflictDoUpdate({ target: [unmatched.rootFolderId, unmatched.path], set: columns })
		.run();
}
