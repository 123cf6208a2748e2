import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	statSync,
	truncateSync,
	writeFileSync,
	writeSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import pino from 'pino';
import { expect, test } from 'vitest';
import { listBackupFiles } from './backup-files.ts';
import { applicationId, applyDerived, closeDb, openDb, rawDb } from './db.ts';
import type { Db } from './db.ts';
import { AppError, toAppError } from './errors.ts';
import { stagedRestore } from './staged-restore.ts';

const log = pino({ level: 'silent' });

const films = 'CREATE TABLE films (id INTEGER PRIMARY KEY, title TEXT NOT NULL);';
const years = 'ALTER TABLE films ADD COLUMN year INTEGER;';

function writeMigrations(folder: string, statements: string[]): string {
	mkdirSync(join(folder, 'meta'), { recursive: true });
	const entries = statements.map((text, idx) => {
		writeFileSync(join(folder, `000${idx}_step.sql`), text);
		return { idx, version: '6', when: 1000 + idx, tag: `000${idx}_step`, breakpoints: true };
	});
	writeFileSync(
		join(folder, 'meta/_journal.json'),
		JSON.stringify({ version: '7', dialect: 'sqlite', entries })
	);
	return folder;
}

function house(statements = [films]) {
	const root = mkdtempSync(join(tmpdir(), 'bijou-db-'));
	const migrations = writeMigrations(join(root, 'drizzle'), statements);
	return { root, file: join(root, 'bijou.db'), migrations, backups: join(root, 'backups'), log };
}
type House = ReturnType<typeof house>;

function fill(options: House, rows = 200): void {
	const db = openDb(options);
	const add = rawDb(db).prepare('INSERT INTO films (title) VALUES (?)');
	for (let i = 0; i < rows; i++) add.run(`A film with a rather long name, number ${i} `.repeat(20));
	closeDb(db);
}

function faultOf(open: () => Db): AppError {
	try {
		closeDb(open());
	} catch (error) {
		if (error instanceof AppError) return error;
		throw error;
	}
	throw new Error('it opened');
}

const count = (db: Db) => rawDb(db).prepare('SELECT count(*) FROM films').pluck().get();

test('a new database is migrated, marked as ours and set up for a busy house', () => {
	const options = house();
	const db = openDb(options);
	const pragma = (name: string) => rawDb(db).pragma(name, { simple: true });
	expect(pragma('journal_mode')).toBe('wal');
	expect(pragma('foreign_keys')).toBe(1);
	expect(pragma('busy_timeout')).toBe(5000);
	expect(pragma('synchronous')).toBe(1);
	expect(pragma('application_id')).toBe(applicationId);
	expect(existsSync(options.backups)).toBe(false);
	closeDb(db);
});

test('a transaction passes for the database, and rolls back as a whole', () => {
	const db = openDb(house());
	const add = (to: Db, title: string) => to.run(sql`INSERT INTO films (title) VALUES (${title})`);
	expect(() =>
		db.transaction((tx) => {
			add(tx, 'one');
			throw new Error('no');
		})
	).toThrow('no');
	db.transaction((tx) => add(tx, 'two'));
	expect(count(db)).toBe(1);
	closeDb(db);
});

test('an old database is backed up before it is migrated', () => {
	const options = house();
	fill(options);
	writeMigrations(options.migrations, [films, years]);
	const db = openDb(options);
	db.run(sql`UPDATE films SET year = 1999`);
	closeDb(db);
	const [backup, ...others] = listBackupFiles(options.backups);
	expect(others).toEqual([]);
	expect(backup).toMatchObject({ reason: 'migration' });
	const copy = new Database(backup!.path, { readonly: true });
	expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
	expect(copy.prepare('SELECT count(*) FROM films').pluck().get()).toBe(200);
	expect(() => copy.prepare('SELECT year FROM films')).toThrow('no such column');
	copy.close();
});

test('a migration that fails leaves everything as it was', () => {
	const options = house();
	fill(options);
	writeMigrations(options.migrations, [
		films,
		`${years}--> statement-breakpoint\nALTER TABLE nowhere ADD COLUMN x;`
	]);
	expect(faultOf(() => openDb(options)).message).toContain('nowhere');
	writeMigrations(options.migrations, [films]);
	const db = openDb(options);
	expect(count(db)).toBe(200);
	expect(() => db.run(sql`SELECT year FROM films`)).toThrow();
	closeDb(db);
});

test('a migration that would orphan rows is refused', () => {
	const options = house([
		`${films}--> statement-breakpoint\nCREATE TABLE files (id INTEGER PRIMARY KEY, film INTEGER REFERENCES films(id));`
	]);
	const db = openDb(options);
	db.run(sql`INSERT INTO films (id, title) VALUES (1, 'x')`);
	db.run(sql`INSERT INTO files (film) VALUES (1)`);
	closeDb(db);
	const first = readFileSync(join(options.migrations, '0000_step.sql'), 'utf8');
	writeMigrations(options.migrations, [first, 'DELETE FROM films;']);
	expect(faultOf(() => openDb(options)).message).toContain('without their parent');
});

test('a newer database is refused, with the way out', () => {
	const options = house([films, years]);
	fill(options);
	writeMigrations(options.migrations, [films]);
	const fault = faultOf(() => openDb(options));
	expect(fault).toMatchObject({ code: 'database_newer', details: { unknown: 1 } });
	expect(fault.message).toMatch(/newer version of Bijou .*Start that version again/);
});

const damages: Record<string, (file: string) => void> = {
	'scribbled over': (file) => {
		const fd = openSync(file, 'r+');
		writeSync(fd, Buffer.alloc(20_000, 0x5a), 0, 20_000, 8192);
	},
	'cut short': (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
	'no database at all': (file) => writeFileSync(file, 'hello, I am a text file '.repeat(100))
};

test.each(Object.keys(damages))('a database that is %s is refused and the newest backup named', (kind) => {
	const options = house();
	fill(options);
	mkdirSync(options.backups);
	const old = join(options.backups, 'bijou-20260101-000000000-scheduled.db');
	const recent = join(options.backups, 'bijou-20260301-000000000-scheduled.db');
	copyFileSync(options.file, old);
	copyFileSync(options.file, recent);
	damages[kind]!(options.file);
	const before = readFileSync(options.file);
	const fault = faultOf(() => openDb(options));
	expect(fault.code).toBe('database_corrupt');
	expect(fault.message).toContain(recent);
	expect(fault.message).toMatch(/is damaged \(.+\)/);
	expect(readFileSync(options.file).equals(before)).toBe(true);
});

test('after a crash everything that was committed is there', () => {
	const options = house();
	fill(options);
	const db = openDb(options);
	db.run(sql`INSERT INTO films (title) VALUES ('the last one')`);
	const crashed = { ...options, file: join(options.root, 'crashed.db') };
	for (const suffix of ['', '-wal']) copyFileSync(options.file + suffix, crashed.file + suffix);
	closeDb(db);
	const again = openDb(crashed);
	expect(count(again)).toBe(201);
	closeDb(again);
});

test('a staged restore takes its place at the next start, and what it replaces is kept with its latest writes', () => {
	const options = house();
	fill(options, 5);
	const good = readFileSync(options.file);
	const db = openDb(options);
	db.run(sql`DELETE FROM films`);
	db.run(sql`INSERT INTO films (title) VALUES ('only me')`);
	mkdirSync(options.backups);
	writeFileSync(stagedRestore(options.backups), good);
	// Another process would find the files exactly so after a crash of this one.
	const restored = openDb(options);
	expect(count(restored)).toBe(5);
	closeDb(restored);
	rawDb(db).close();
	const kept = listBackupFiles(options.backups)[0]!;
	expect(kept.reason).toBe('replaced');
	const old = new Database(kept.path);
	expect(old.prepare('SELECT title FROM films').pluck().all()).toEqual(['only me']);
	old.close();
	expect(readdirSync(options.backups)).not.toContain('restore-pending.db');
});

test('derived SQL runs as often as the house starts', () => {
	const db = openDb(house());
	const derived = [
		"CREATE VIRTUAL TABLE IF NOT EXISTS film_words USING fts5(title, content='films', content_rowid='id')",
		'DROP TRIGGER IF EXISTS film_added',
		'CREATE TRIGGER film_added AFTER INSERT ON films BEGIN INSERT INTO film_words (rowid, title) VALUES (new.id, new.title); END'
	];
	applyDerived(db, derived);
	applyDerived(db, derived);
	db.run(sql`INSERT INTO films (title) VALUES ('The Third Man')`);
	const found = rawDb(db).prepare("SELECT rowid FROM film_words WHERE film_words MATCH 'third'").all();
	expect(found).toEqual([{ rowid: 1 }]);
	closeDb(db);
});

test('a full disk is said in words', () => {
	const db = openDb(house());
	rawDb(db).pragma('max_page_count = 20');
	const fillUp = () => {
		for (let i = 0; i < 100; i++) db.run(sql`INSERT INTO films (title) VALUES (${'x'.repeat(4000)})`);
	};
	let fault: unknown;
	try {
		fillUp();
	} catch (error) {
		fault = error;
	}
	expect(toAppError(fault)).toMatchObject({ code: 'disk_full', status: 507 });
	closeDb(db);
});

test('closing twice is closing once', () => {
	const db = openDb(house());
	closeDb(db);
	expect(() => closeDb(db)).not.toThrow();
});
