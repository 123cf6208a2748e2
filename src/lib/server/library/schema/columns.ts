import { sql } from 'drizzle-orm';
import { integer, text } from 'drizzle-orm/sqlite-core';

export const id = () => integer().primaryKey({ autoIncrement: true });
export const flag = (byDefault: boolean) => integer({ mode: 'boolean' }).notNull().default(byDefault);
export const strings = () =>
	text({ mode: 'json' })
		.$type<string[]>()
		.notNull()
		.default(sql`'[]'`);
