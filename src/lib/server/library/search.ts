import { searchQuery, type SearchQuery } from '#core/matching/search-query.ts';
import { isFiller } from '#core/matching/title-words.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from './item-table.ts';
import { begun, nearnessTo, type Candidate } from './search-nearness.ts';
import { meantQuery } from './search-slips.ts';
import { rowKinds } from './search-tables.ts';

export interface Found {
	kind: 'movie' | 'series' | 'person';
	id: number;
	title: string;
	year: number | null;
	posterPath: string | null;
	fileCount: number;
}

interface Hit {
	kind: Found['kind'];
	id: number;
	/** The other name that it was found by. */
	alias?: string;
}

/** So many are weighed for each that is wanted, but not fewer than is cheap. */
const weighed = (limit: number) => Math.max(60, limit * 4);

type Table = 'library_words' | 'library_trigrams';

function hits(db: Db, table: Table, match: string, limit: number, order = 'ORDER BY rank'): Hit[] {
	const sql = `SELECT rowid FROM ${table} WHERE ${table} MATCH ? ${order} LIMIT ?`;
	const rows = prepared(db, sql).pluck().all(match, limit) as number[];
	return rows.flatMap((row) => {
		const kind = rowKinds[row & 3]!;
		const id = Math.floor(row / 4);
		return kind === 'alias' ? aliasTarget(db, id) : [{ kind, id }];
	});
}

const beginsSql = (table: string, letters: number) =>
	`SELECT id FROM ${table} WHERE substr(sortTitle, 1, ${letters}) = ? ORDER BY votes DESC LIMIT ?`;
const isSql = (table: string) => `SELECT id FROM ${table} WHERE sortTitle = ? LIMIT 5`;
const mostLoose = 100;
const mostLetters = 3;

/** A letter or two, or "the", are in too many names to rank them all: what begins so, the best known first, and some more. */
function broadHits(db: Db, word: string, match: string): Hit[] {
	const begun = (['movie', 'series'] as const).flatMap((kind) => {
		const table = tableOf[kind];
		const exact = prepared(db, isSql(table))
			.pluck()
			.all(word.padStart(/^\d+$/.test(word) ? 10 : 0, '0'));
		const start = [...word].slice(0, mostLetters);
		const known = prepared(db, beginsSql(table, start.length)).pluck().all(start.join(''), weighed(0));
		return ([...exact, ...known] as number[]).map((id): Hit => ({ kind, id }));
	});
	return [...begun, ...hits(db, 'library_words', match, mostLoose, '')];
}

const tooMany = 3000;

/** Is it the beginning of one word, and of so many that to rank them all would take too long? */
function isBroad(db: Db, { words, expression }: SearchQuery): boolean {
	const [only] = words;
	if (!only || words.length > 1 || only.isSigns || only.text.length > mostLetters) return false;
	if (only.text.length < mostLetters || isFiller(only.text)) return true;
	const sql = 'SELECT count(*) FROM (SELECT 1 FROM library_words WHERE library_words MATCH ? LIMIT ?)';
	return prepared(db, sql).pluck().get(expression, tooMany) === tooMany;
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

/** Every item once, with all the names it was found by. */
function load(db: Db, found: readonly Hit[]): (Candidate & Found)[] {
	const items = new Map<string, Candidate & Found>();
	for (const { kind, id, alias } of found) {
		const key = `${kind}${id}`;
		let item = items.get(key);
		if (!item) {
			const row = prepared(db, itemSql[kind]).get(id) as Row | undefined;
			if (!row) continue;
			item = { ...row, kind, id, others: row.originalTitle ? [row.originalTitle] : [] };
			items.set(key, item);
		}
		if (alias !== undefined) item.others.push(alias);
	}
	return [...items.values()];
}

/** Every word as it stands in the middle of others; its first letter may be wrong. */
function piecesQuery(words: readonly string[]): string | undefined {
	const parts = words
		.filter((word) => [...word].length >= 3)
		.map((word) => (word.length > 4 ? `("${word}" OR "${word.slice(1)}")` : `"${word}"`));
	return parts.length > 0 ? parts.join(' AND ') : undefined;
}

const fewest = 3;
const leastLike = 0.3;
const mostAlike = 60;

/** Films, series and people by name; forgiving when nothing matches to the letter. */
export function searchLibrary(db: Db, text: string, limit = 20): Found[] {
	const query = searchQuery(text);
	if (!query) return [];
	const nearness = nearnessTo(text, query);
	const ranked = (these: readonly Hit[]) =>
		load(db, these)
			.map((item) => ({ item, score: nearness.closeness(item) }))
			.toSorted((a, b) => b.score - a.score);
	const matching = (match: string) => hits(db, 'library_words', match, weighed(limit));
	const found = ranked(
		isBroad(db, query) ? broadHits(db, query.words[0]!.text, query.expression) : matching(query.expression)
	);
	const isSure = () => found.length >= Math.min(limit, fewest) || (found[0]?.score ?? 0) >= begun;
	if (query.looser && !isSure()) found.push(...ranked(matching(query.looser)));
	const meant = isSure() ? undefined : meantQuery(db, query);
	if (meant) found.push(...ranked(matching(meant)));
	const alike = (these: readonly Hit[]) =>
		load(db, these)
			.map((item) => ({ item, score: nearness.likeness(item) }))
			.filter(({ score }) => score >= leastLike)
			.toSorted((a, b) => b.score - a.score);
	const pieces = found.length === 0 ? piecesQuery(query.words.map((word) => word.text)) : undefined;
	if (pieces) found.push(...alike(hits(db, 'library_trigrams', pieces, mostAlike)));
	// A word too much: what has most of the others.
	if (found.length === 0 && query.groups.length > 1)
		found.push(...alike(hits(db, 'library_words', query.groups.join(' OR '), mostAlike)));
	const unique = new Map(found.map(({ item }) => [`${item.kind}${item.id}`, item]));
	return [...unique.values()].slice(0, limit).map(({ kind, id, title, year, posterPath, fileCount }) => ({
		kind,
		id,
		title,
		year,
		posterPath,
		fileCount
	}));
}
