import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
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

export const clearUnmatched = (db: Db, { rootFolderId, path }: Place) =>
	prepared(db, 'DELETE FROM unmatched WHERE rootFolderId = ? AND path = ?').run(rootFolderId, path);

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
