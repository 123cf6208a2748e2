import {
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, expect, test } from 'vitest';
import type { Events } from '#server/events.ts';
import { createBus } from '#server/platform/bus.ts';
import { closeDb, openDb, rawDb } from '#server/platform/db.ts';
import { projectRoot } from '#server/platform/root.ts';
import { createBackups } from './backups.ts';
import { restoreNow } from './restore.ts';

const log = pino({ level: 'silent' });
const migrations = join(projectRoot, 'drizzle');
const hour = 3_600_000;

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function house() {
	const dataDir = mkdtempSync(join(tmpdir(), 'bijou-backups-'));
	folders.push(dataDir);
	const file = join(dataDir, 'bijou.db');
	const folder = join(dataDir, 'backups');
	const open = () => openDb({ file, migrations, backups: folder, log });
	const db = open();
	rawDb(db).exec('CREATE TABLE notes (text TEXT)');
	const bus = createBus<Events>(log);
	const facts: string[] = [];
	bus.on('backup.changed', ({ name }) => facts.push(name));
	const clock = { now: 1_700_000_000_000 };
	const keep = () => ({ scheduled: 2, automatic: 1 });
	const backups = createBackups({ db, folder, migrations, bus, log, keep, now: () => clock.now });
	const note = (text: string) => db.run(sql`INSERT INTO notes (text) VALUES (${text})`);
	return { dataDir, file, folder, open, db, backups, note, clock, facts };
}

function notesIn(path: string): unknown[] {
	const raw = new Database(path, { readonly: true });
	const texts = raw.prepare('SELECT text FROM notes').pluck().all();
	expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
	raw.close();
	return texts;
}

test('a backup is one whole file with everything up to now', async () => {
	const { backups, note, folder, db, facts } = house();
	note('first');
	const made = await backups.make('manual');
	note('later');
	expect(notesIn(made.path)).toEqual(['first']);
	expect(readdirSync(folder)).toEqual([made.name]);
	expect(made).toMatchObject({ reason: 'manual', madeAt: 1_700_000_000_000 });
	expect(backups.list()).toEqual([made]);
	expect(facts).toEqual([made.name]);
	closeDb(db);
});

test('a backup taken while the house writes is consistent', async () => {
	const { backups, db } = house();
	rawDb(db).exec('CREATE TABLE pairs (a INTEGER, b INTEGER)');
	const add = rawDb(db).prepare('INSERT INTO pairs VALUES (?, ?)');
	const pair = rawDb(db).transaction((n: number) => {
		for (let i = 0; i < 200; i++) add.run(n, n);
	});
	for (let n = 0; n < 200; n++) pair(n);
	let writing = true;
	const writer = (async () => {
		for (let n = 1000; writing; n++) {
			pair(n);
			await sleep(0);
		}
	})();
	const made = await backups.make('manual');
	writing = false;
	await writer;
	const copy = new Database(made.path, { readonly: true });
	const halves = copy.prepare('SELECT a FROM pairs GROUP BY a HAVING count(*) <> 200').all();
	expect(halves).toEqual([]);
	expect(copy.prepare('SELECT count(*) FROM pairs').pluck().get()).toBeGreaterThanOrEqual(40_000);
	copy.close();
	closeDb(db);
});

test('an aborted backup leaves nothing behind, and two at once are refused', async () => {
	const { backups, db, folder } = house();
	const stop = new AbortController();
	const first = backups.make('manual', { signal: stop.signal });
	await expect(backups.make('manual')).rejects.toMatchObject({ code: 'conflict' });
	stop.abort(new Error('never mind'));
	await expect(first).rejects.toThrow('never mind');
	expect(readdirSync(folder)).toEqual([]);
	await backups.make('manual');
	closeDb(db);
});

test('daily backups and automatic copies are kept up to their number, those of people for ever', async () => {
	const { backups, db, clock } = house();
	for (const reason of ['manual', 'migration', 'scheduled', 'scheduled', 'migration', 'scheduled'] as const) {
		await backups.make(reason);
		clock.now += hour;
	}
	expect(await backups.prune()).toBe(2);
	expect(backups.list().map(({ reason }) => reason)).toEqual([
		'scheduled',
		'migration',
		'scheduled',
		'manual'
	]);
	closeDb(db);
});

test('a restore waits for the next start, can be called off, and keeps what it replaces', async () => {
	const { backups, db, note, open, folder } = house();
	note('before');
	const { name } = await backups.make('manual');
	note('after');
	expect(await backups.stage(name)).toEqual({ pending: 0 });
	expect((await backups.staged())?.sizeBytes).toBeGreaterThan(0);
	await backups.unstage();
	expect(await backups.staged()).toBeUndefined();
	await backups.stage(name);
	closeDb(db);
	const restored = open();
	expect(rawDb(restored).prepare('SELECT text FROM notes').pluck().all()).toEqual(['before']);
	closeDb(restored);
	const kept = readdirSync(folder).find((file) => file.includes('replaced'))!;
	expect(notesIn(join(folder, kept))).toEqual(['before', 'after']);
	expect(await backups.staged()).toBeUndefined();
});

const spoiled: [string, (path: string) => void, RegExp][] = [
	['cut short', (path) => truncateSync(path, 40_000), /damaged/],
	['a text file', (path) => writeFileSync(path, 'hello'), /no SQLite database/],
	[
		'somebody else’s database',
		(path) => {
			rmSync(path);
			new Database(path).exec('CREATE TABLE x (y)').close();
		},
		/not one of Bijou/
	],
	[
		'from a newer Bijou',
		(path) => {
			const raw = new Database(path);
			raw.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('future', 9e15)").run();
			raw.close();
		},
		/newer version/
	]
];

test.each(spoiled)(
	'a backup that is %s is never staged, and its file is left alone',
	async (_, spoil, message) => {
		const { backups, db, folder } = house();
		const { name, path } = await backups.make('manual');
		spoil(path);
		const before = readFileSync(path);
		await expect(backups.stage(name)).rejects.toThrow(message);
		expect(readFileSync(path).equals(before)).toBe(true);
		expect(readdirSync(folder)).toEqual([name]);
		closeDb(db);
	}
);

async function* pieces(content: Buffer) {
	for (let at = 0; at < content.length; at += 10_000) {
		await Promise.resolve();
		yield content.subarray(at, at + 10_000);
	}
}

test('a file from outside becomes a backup only when it is one', async () => {
	const { backups, db, note, folder, clock } = house();
	note('mine');
	const made = await backups.make('manual');
	clock.now += hour;
	const taken = await backups.adopt(pieces(readFileSync(made.path)));
	expect(taken.reason).toBe('uploaded');
	expect(notesIn(taken.path)).toEqual(['mine']);
	await expect(backups.adopt(pieces(Buffer.from('hello')))).rejects.toMatchObject({ code: 'invalid' });
	expect(readdirSync(folder).sort()).toEqual([made.name, taken.name]);
	closeDb(db);
});

test.each(['../bijou.db', 'bijou.db', '', 'bijou-20260101-000000000-manual.db', 'restore-pending.db'])(
	'there is no backup called %j',
	async (name) => {
		const { backups, db } = house();
		expect(() => backups.get(name)).toThrow('There is no backup');
		await expect(backups.remove(name)).rejects.toMatchObject({ code: 'not_found' });
		closeDb(db);
	}
);

test('from the command line a backup takes its place at once, but not under a running house', async () => {
	const { backups, db, note, dataDir, file } = house();
	note('before');
	const { path } = await backups.make('manual');
	note('after');
	const restore = () => restoreNow({ dataDir, source: path, migrations });
	await expect(restore()).rejects.toThrow('Bijou is running');
	closeDb(db);
	const { kept } = await restore();
	expect(notesIn(file)).toEqual(['before']);
	expect(notesIn(kept!)).toEqual(['before', 'after']);
	await expect(restoreNow({ dataDir, source: '/nowhere.db', migrations })).rejects.toMatchObject({
		code: 'not_found'
	});
});

test('a damaged house is restored from the command line', async () => {
	const { backups, db, note, dataDir, file } = house();
	note('before');
	const { path } = await backups.make('manual');
	closeDb(db);
	writeFileSync(file, 'ruined');
	const { kept } = await restoreNow({ dataDir, source: path, migrations });
	expect(notesIn(file)).toEqual(['before']);
	expect(readFileSync(kept!, 'utf8')).toBe('ruined');
	expect(existsSync(`${file}-wal`)).toBe(false);
});
