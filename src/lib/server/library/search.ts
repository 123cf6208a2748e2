import { foldLetters } from '#core/text/fold-letters.ts';
import { slips } from '#core/text/slips.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { rowKinds } from './derived.ts';

export interface Found {
	kind: 'movie' | 'series' | 'person';
	id: number;
	title: string;
	year: number | null;
	posterPath: string | null;
	fileCount: number;
}

const terms = (text: string) => text.normalize('NFKC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
const quoted = (term: string) => `"${term}"`;

/** Every word as it stands, the last one as far as it is typed. */
const wordsQuery = (words: string[]) => `${words.map(quoted).join(' ')}*`;

/** Any three letters in a row of any word: finds titles despite a wrong or missing letter. */
function trigramsQuery(words: string[]): string | undefined {
	const parts = new Set<string>();
	for (const word of words) {
		const letters = [...word.toLowerCase()];
		for (let i = 0; i + 3 <= letters.length; i++) parts.add(letters.slice(i, i + 3).join(''));
	}
	return parts.size > 0 ? [...parts].slice(0, 24).map(quoted).join(' OR ') : undefined;
}

interface Hit {
	kind: Found['kind'];
	id: number;
	/** The other name that it was found by. */
	alias?: string;
}

function hits(db: Db, table: 'library_words' | 'library_trigrams', match: string, limit: number): Hit[] {
	const rows = prepared(
		db,
		`SELECT rowid AS row FROM ${table} WHERE ${table} MATCH ? ORDER BY rank LIMIT ?`
	).all(match, limit) as { row: number }[];
	return rows.flatMap(({ row }) => {
		const kind = rowKinds[row & 3]!;
		const id = Math.floor(row / 4);
		return kind === 'alias' ? aliasTarget(db, id) : [{ kind, id }];
	});
}

function aliasTarget(db: Db, id: number): Hit[] {
	const row = prepared(db, 'SELECT movieId, seriesId, title AS alias FROM aliases WHERE id = ?').get(id) as
		{ movieId: number | null; seriesId: number | null; alias: string } | undefined;
	if (row?.movieId) return [{ kind: 'movie', id: row.movieId, alias: row.alias }];
	return row?.seriesId ? [{ kind: 'series', id: row.seriesId, alias: row.alias }] : [];
}

const itemSql: Record<Found['kind'], string> = {
	movie:
		'SELECT title, originalTitle, year, posterPath, fileCount, coalesce(votes, 0) AS votes FROM movies WHERE id = ?',
	series:
		'SELECT title, originalTitle, year, posterPath, fileCount, coalesce(votes, 0) AS votes FROM series WHERE id = ?',
	person:
		'SELECT name AS title, NULL AS originalTitle, NULL AS year, photoPath AS posterPath, 0 AS fileCount, 0 AS votes FROM people WHERE id = ?'
};

type Row = Omit<Found, 'kind' | 'id'> & { votes: number; originalTitle: string | null };

/** How near a title stands to what was typed; more votes decide between equals. */
function closeness(typed: string, row: Row): number {
	const title = terms(row.title).join(' ').toLowerCase();
	const start = title === typed ? 3 : title.startsWith(typed) ? 2 : title.includes(typed) ? 1 : 0;
	return start + Math.min(0.9, Math.log10(1 + row.votes) / 6) + (row.fileCount > 0 ? 0.05 : 0);
}

const share = (a: Set<string>, b: Set<string>) =>
	[...a].filter((part) => b.has(part)).length / Math.max(1, Math.max(a.size, b.size));
const trigramsOf = (text: string) =>
	new Set(Array.from({ length: Math.max(1, text.length - 2) }, (_, i) => text.slice(i, i + 3)));

const slipsAllowed = (length: number) => (length < 4 ? 0 : length < 7 ? 1 : 2);

/** The last word may not be typed to its end. */
function isMeant(typed: string, word: string): boolean {
	const allowed = slipsAllowed(typed.length);
	return [word, word.slice(0, typed.length)].some(
		(whole) => Math.abs(whole.length - typed.length) <= allowed && slips(typed, whole) <= allowed
	);
}

/** How much of a name is in what was typed: of its letters, or each word with a slip or two. */
function likeness(typedWords: readonly string[], name: string): number {
	const words = terms(foldLetters(name));
	const alike = share(trigramsOf(typedWords.join(' ')), trigramsOf(words.join(' ')));
	const isEach = typedWords.every((typed) => words.some((word) => isMeant(typed, word)));
	return (isEach ? 1 : 0) + (isEach || alike >= 0.3 ? alike : 0);
}

/** Films, series and people by name; forgiving when nothing matches to the letter. */
export function searchLibrary(db: Db, text: string, limit = 20): Found[] {
	const words = terms(text.slice(0, 200));
	if (words.length === 0) return [];
	const typed = words.join(' ').toLowerCase();
	const load = ({ kind, id, alias }: Hit) => {
		const row = prepared(db, itemSql[kind]).get(id) as Row | undefined;
		return (
			row && { kind, id, row, names: [row.title, row.originalTitle, alias].filter((name) => name != null) }
		);
	};
	const unique = (list: Hit[]) => [...new Map(list.map((hit) => [`${hit.kind}${hit.id}`, hit])).values()];
	const exact = unique(hits(db, 'library_words', wordsQuery(words), limit * 4)).flatMap(
		(hit) => load(hit) ?? []
	);
	const near = exact.length < Math.min(limit, 3) ? trigramsQuery(words) : undefined;
	const known = new Set(exact.map(({ kind, id }) => `${kind}${id}`));
	const folded = terms(foldLetters(text.slice(0, 200)));
	const loose = near
		? unique(hits(db, 'library_trigrams', near, 60))
				.filter(({ kind, id }) => !known.has(`${kind}${id}`))
				.flatMap((hit) => load(hit) ?? [])
				.map((found) => ({ ...found, score: Math.max(...found.names.map((name) => likeness(folded, name))) }))
				.filter(({ score }) => score > 0)
				.toSorted((a, b) => b.score - a.score)
		: [];
	return [...exact.toSorted((a, b) => closeness(typed, b.row) - closeness(typed, a.row)), ...loose]
		.slice(0, limit)
		.map(({ kind, id, row: { votes: _, originalTitle: __, ...row } }) => ({ kind, id, ...row }));
}
