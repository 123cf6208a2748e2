import { z } from 'zod';
import { invalid } from '../errors.ts';

export const listQuery = z.object({
	limit: z.number().int().min(1).max(500).default(50).meta({ description: 'Items a page' }),
	cursor: z.string().max(2000).optional().meta({ description: '`next` of the page before' }),
	sort: z.string().max(100).optional().meta({ description: 'A field, descending with a leading minus' })
});

export const listOf = <T extends z.ZodType>(item: T) =>
	z.object({ items: z.array(item), total: z.number().int(), next: z.string().optional() });

export type CursorPart = string | number | null;

/** Cursors name the last row seen by its sort keys; opaque to callers. */
export const encodeCursor = (parts: CursorPart[]): string =>
	Buffer.from(JSON.stringify(parts)).toString('base64url');

const cursorParts = z.array(z.union([z.string(), z.number(), z.null()]));

export function decodeCursor(cursor: string, length: number): CursorPart[] {
	let parts: unknown;
	try {
		parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
	} catch {
		throw invalid('The cursor is not valid. Start again without one.');
	}
	const parsed = cursorParts.safeParse(parts);
	if (!parsed.success || parsed.data.length !== length)
		throw invalid('The cursor is not valid. Start again without one.');
	return parsed.data;
}

export interface Sort<F extends string> {
	field: F;
	descending: boolean;
}

/** Reads `-addedAt` against the fields a list can be sorted by. */
export function parseSort<F extends string>(
	text: string | undefined,
	fields: readonly F[],
	otherwise: Sort<F>
): Sort<F> {
	if (!text) return otherwise;
	const name = text.replace(/^[+-]/, '');
	const field = fields.find((candidate) => candidate === name);
	if (!field) throw invalid(`Cannot sort by ${name}. Sort by one of: ${fields.join(', ')}.`);
	return { field, descending: text.startsWith('-') };
}

/** Makes a page of `limit` items from the `limit + 1` rows that a query brought. */
export function pageOf<T>(rows: T[], limit: number, total: number, key: (last: T) => CursorPart[]) {
	const items = rows.slice(0, limit);
	const last = items.at(-1);
	const more = rows.length > limit && last !== undefined;
	return more ? { items, total, next: encodeCursor(key(last)) } : { items, total };
}
