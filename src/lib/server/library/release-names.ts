import { desc, eq, sql } from 'drizzle-orm';
import type { Db } from '#server/platform/db.ts';
import { files } from './schema/files.ts';

/** What the newest files were released as; where that is not known, how the files are called. */
export function releaseNames(db: Db, limit: number): string[] {
	const rows = db
		.select({ name: files.releaseName, path: files.path })
		.from(files)
		.where(eq(files.role, 'main'))
		.orderBy(sql`${files.releaseName} IS NULL`, desc(files.id))
		.limit(limit)
		.all();
	return [...new Set(rows.map(({ name, path }) => name ?? path.slice(path.lastIndexOf('/') + 1)))];
}
