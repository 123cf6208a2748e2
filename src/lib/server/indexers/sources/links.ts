import { and, eq } from 'drizzle-orm';
import type { Db } from '#server/platform/db.ts';
import { indexerLinks } from '../schema.ts';

export type Link = typeof indexerLinks.$inferSelect;

export const linksOf = (db: Db, sourceId: number): Link[] =>
	db.select().from(indexerLinks).where(eq(indexerLinks.sourceId, sourceId)).all();

export const allLinks = (db: Db): Link[] => db.select().from(indexerLinks).all();

export const addLink = (db: Db, link: Link) => db.insert(indexerLinks).values(link).run();

export const setPresent = (db: Db, { sourceId, remoteId }: Link, present: boolean) =>
	db
		.update(indexerLinks)
		.set({ present })
		.where(and(eq(indexerLinks.sourceId, sourceId), eq(indexerLinks.remoteId, remoteId)))
		.run();
