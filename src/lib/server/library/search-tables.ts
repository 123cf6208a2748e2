/**
 * Two full-text tables over titles, original titles, other names and people. Row ids carry the kind in their lowest two bits.
 * `words` holds every spelling that a name may be sought by (`search_text`), `trigrams` finds pieces of names; `terms` are the
 * words that a slip of the finger may have meant.
 */
export const rowKinds = ['movie', 'series', 'alias', 'person'] as const;

interface Source {
	table: string;
	bit: number;
	/** Columns that hold names. */
	names: string[];
	/** SQL for the year of row `new`. */
	year?: string;
	columns: string[];
}

const titles = {
	names: ['title', 'originalTitle'],
	year: 'new.year',
	columns: ['title', 'originalTitle', 'year']
};
const ownersYear =
	'coalesce((SELECT year FROM movies WHERE id = new.movieId), (SELECT year FROM series WHERE id = new.seriesId))';

const sources: Source[] = [
	{ table: 'movies', bit: 0, ...titles },
	{ table: 'series', bit: 1, ...titles },
	{ table: 'aliases', bit: 2, names: ['title'], year: ownersYear, columns: ['title'] },
	{ table: 'people', bit: 3, names: ['name'], columns: ['name'] }
];

const tables = [
	`CREATE VIRTUAL TABLE IF NOT EXISTS library_words USING fts5(text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'", prefix='1 2 3')`,
	`CREATE VIRTUAL TABLE IF NOT EXISTS library_trigrams USING fts5(text, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1')`,
	`CREATE TABLE IF NOT EXISTS library_terms (term TEXT PRIMARY KEY) WITHOUT ROWID`
];

const triggers = sources.flatMap(({ table, bit, names, year, columns }) => {
	const row = (of: string) => `${of}.id * 4 + ${bit}`;
	const all = names.map((name) => `new.${name}`);
	const words = `search_text(${all.join(', ')})${year === undefined ? '' : ` || coalesce(' y' || ${year}, '')`}`;
	const plain = all.map((name) => `coalesce(${name}, '')`).join(` || ' ' || `);
	const add = `INSERT INTO library_words(rowid, text) VALUES (${row('new')}, ${words});
		INSERT INTO library_trigrams(rowid, text) VALUES (${row('new')}, ${plain});
		INSERT OR IGNORE INTO library_terms(term) SELECT value FROM json_each(search_terms(${all.join(', ')}));`;
	const drop = `DELETE FROM library_words WHERE rowid = ${row('old')}; DELETE FROM library_trigrams WHERE rowid = ${row('old')};`;
	const changed = columns.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ');
	return [
		`CREATE TRIGGER IF NOT EXISTS ${table}_text_insert AFTER INSERT ON ${table} BEGIN ${add} END`,
		`CREATE TRIGGER IF NOT EXISTS ${table}_text_delete AFTER DELETE ON ${table} BEGIN ${drop} END`,
		`CREATE TRIGGER IF NOT EXISTS ${table}_text_update AFTER UPDATE OF ${columns.join(', ')} ON ${table} WHEN ${changed} BEGIN ${drop} ${add} END`
	];
});

/** The best known of what begins with up to three letters, while somebody begins to type. */
const beginnings = ['movies', 'series'].flatMap((table) =>
	[1, 2, 3].map(
		(letters) =>
			`CREATE INDEX IF NOT EXISTS ${table}_begin_${letters} ON ${table} (substr(sortTitle, 1, ${letters}), votes, id)`
	)
);

export const searchTables: readonly string[] = [...tables, ...triggers, ...beginnings];
