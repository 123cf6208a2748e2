import { and, eq } from 'drizzle-orm';
import type { Db } from '#server/platform/db.ts';
import { indexerLinks } from '../schema.ts';

export type Link = typeof indexerLinks.$inferSelect;

export const linksOf = (db: Db, sourceId: number): Link[] =>
	db.select().from(indexerLinks).where(eq(indexerLinks.sourceId, sourceId)).all();

export const allLinks = (db: Db): Link[] => db.select().from(indexerLinks).all();

export const addLink = (db: Db, link: Link) => db.insert(indexerLinks).values(link).run();

export const setLink = (
	db: Db,
	{ sourceId, remoteId }: Link,
	change: Partial<Pick<Link, 'present' | 'name' | 'feed'>>
) =>
	db
		.update(indexerLinks)
		.set(change)
		.where(and(eq(indexerLinks.sourceId, sourceId), eq(indexerLinks.remoteId, remoteId)))
		.run();
