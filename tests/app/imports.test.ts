import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
	addRoot,
	below,
	folder,
	lay,
	look,
	nobody,
	rowsOf,
	send,
	until,
	type Look,
	type Row
} from '../harness/imports.ts';
import { addPerson } from '../harness/people.ts';
import { startServer } from '../harness/server.ts';

const long = { timeout: 60_000 };

test(
	'a program looks, says what the files are, imports, reads the history and takes it back',
	long,
	async () => {
		await using server = await startServer({ env: nobody });
		const films = folder('films');
		await addRoot(server, films);
		const incoming = lay(folder('incoming'), { 'x1.mkv': 'one', 'x2.mkv': 'two' });
		const found = await look(server, incoming);
		const [one] = await rowsOf(server, found.id);
		expect(one).toMatchObject({ path: 'x1.mkv', state: 'unknown', chosen: false });

		const nothing = await server.fetch(`/api/import/look/${found.id}/rows`, {
			method: 'PATCH',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ rows: 'all', set: { target: { kind: 'movie' } } })
		});
		expect(nothing.status).toBe(400);

		const said = await send<{ items: Row[]; look: Look }>(
			server,
			'PATCH',
			`/api/import/look/${found.id}/rows`,
			{
				rows: [one!.id],
				set: {
					target: { kind: 'movie', add: { source: 'name', title: 'Häxan', year: 1922 } },
					quality: 'Bluray-1080p',
					group: 'GRP'
				}
			}
		);
		expect(said).toMatchObject({
			items: [
				{ state: 'ready', chosen: true, destination: 'Haxan (1922)/Haxan (1922) [Bluray-1080p]-GRP.mkv' }
			],
			look: { counts: { files: 2, chosen: 1, importable: 1 } }
		});
		await send(server, 'POST', '/api/import', { lookId: found.id });
		const done = await until(server, found.id, /done/);
		expect(done).toMatchObject({
			counts: { imported: 1, failed: 0 },
			items: [{ kind: 'movie', title: 'Häxan' }]
		});
		expect(below(films)).toEqual(['Haxan (1922)/Haxan (1922) [Bluray-1080p]-GRP.mkv']);
		expect(below(incoming)).toEqual(['x2.mkv']);
		expect(await server.json('/api/import/history')).toMatchObject({
			total: 1,
			items: [{ outcome: 'imported', title: 'Häxan', byName: expect.any(String), placedBy: 'move' }]
		});
		expect(await server.json(`/api/library/movies/${done.items[0]!.id}`)).toMatchObject({ fileCount: 1 });
		expect(await server.json('/api/audit?limit=20')).toMatchObject({
			items: expect.arrayContaining([expect.objectContaining({ action: 'import.started', target: incoming })])
		});

		await send(server, 'POST', '/api/library/undo', { id: done.undoId });
		expect(below(films)).toEqual([]);
		expect(below(incoming)).toEqual(['x1.mkv', 'x2.mkv']);
		expect(await server.json('/api/library/movies')).toMatchObject({ total: 0 });
	}
);

test('who may not edit the library may not look into folders either', long, async () => {
	await using server = await startServer({ env: nobody });
	const cookie = await addPerson(server, 'gus', 'guest');
	for (const [method, path] of [
		['POST', '/api/import/look'],
		['GET', '/api/import/folders?path=/'],
		['GET', '/api/import/look'],
		['POST', '/api/import']
	] as const) {
		const answer = await server.fetch(path, {
			method,
			headers: { cookie, 'content-type': 'application/json', origin: server.url },
			...(method === 'POST' && { body: '{}' })
		});
		expect(answer.status, path).toBe(403);
	}
});

test.each([
	[{ path: 'relative' }, 400],
	[{ path: '/etc' }, 400],
	[{ path: '/no/such' }, 400],
	[{ path: `/${'x'.repeat(5000)}` }, 400],
	[{ path: '/tmp', hint: { mode: 'burn' } }, 400],
	[{}, 400]
])('a look that cannot be is refused (%#)', long, async (body, status) => {
	await using server = await startServer({ env: nobody });
	const answer = await server.fetch('/api/import/look', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body)
	});
	expect(answer.status).toBe(status);
	expect(await answer.json()).toMatchObject({ error: { message: expect.any(String) } });
});

test(
	'a full disk fails the files it has no room for and leaves them where they were',
	long,
	async ({ skip }) => {
		const small = folder('small');
		try {
			execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=70m', 'tmpfs', small], { stdio: 'ignore' });
		} catch {
			skip('A small disk can only be mounted by root.');
		}
		try {
			await using server = await startServer({ env: nobody });
			await addRoot(server, small);
			const incoming = lay(folder('incoming'), {
				'Big.Film.2001.mkv': Buffer.alloc(20_000_000, 1),
				'Small.Film.2002.mkv': Buffer.alloc(100_000, 2)
			});
			const found = await look(server, incoming);
			await send(server, 'PATCH', `/api/import/look/${found.id}/rows`, {
				rows: 'all',
				set: { chosen: true }
			});
			await send(server, 'POST', '/api/import', { lookId: found.id });
			const done = await until(server, found.id, /done/);
			expect(done.counts).toMatchObject({ imported: 1, failed: 1 });
			const rows = await rowsOf(server, found.id);
			expect(rows.find(({ outcome }) => outcome === 'failed')).toMatchObject({
				path: 'Big.Film.2001.mkv',
				fault: 'The disk is full. Free some space and try again.'
			});
			expect(below(incoming)).toEqual(['Big.Film.2001.mkv']);
			expect(below(small)).toHaveLength(1);
		} finally {
			execFileSync('umount', ['-l', small]);
		}
	}
);

test('a disk that became read-only says so, and what was to come stays', long, async ({ skip }) => {
	const sealed = folder('sealed');
	const mount = (...options: string[]) =>
		execFileSync('mount', ['-o', options.join(','), '-t', 'tmpfs', 'tmpfs', sealed], { stdio: 'ignore' });
	try {
		mount('size=200m');
	} catch {
		skip('A small disk can only be mounted by root.');
	}
	try {
		await using server = await startServer({ env: nobody });
		await addRoot(server, sealed);
		const incoming = lay(folder('incoming'), { 'A.Film.2001.DVD.mkv': 'film' });
		const found = await look(server, incoming);
		await send(server, 'PATCH', `/api/import/look/${found.id}/rows`, { rows: 'all', set: { chosen: true } });
		mount('remount', 'ro');
		await send(server, 'POST', '/api/import', { lookId: found.id });
		expect((await until(server, found.id, /done/)).counts).toMatchObject({ imported: 0, failed: 1 });
		expect((await rowsOf(server, found.id))[0]!.fault).toBe(`Bijou may not write to ${sealed}.`);
		expect(below(incoming)).toEqual(['A.Film.2001.DVD.mkv']);
		// The film that was to come with it is not left behind empty.
		expect(await server.json('/api/library/movies')).toMatchObject({ total: 0 });
		mount('remount', 'rw');
		await send(server, 'PATCH', `/api/import/look/${found.id}/rows`, { rows: 'all', set: { chosen: true } });
		await send(server, 'POST', '/api/import', { lookId: found.id });
		await expect.poll(() => below(sealed).length, { timeout: 10_000 }).toBe(1);
	} finally {
		execFileSync('umount', ['-l', sealed]);
	}
});

test('a file that grows is not taken, and very long names find a place', { timeout: 90_000 }, async () => {
	await using server = await startServer({ env: nobody });
	const films = folder('films');
	await addRoot(server, films);
	const deep = Array.from({ length: 3 }, (_, at) => `${'long folder name '.repeat(8)}${at}`).join('/');
	const incoming = lay(folder('incoming'), {
		[`${deep}/${'A very long title '.repeat(13)}(2003).mkv`]: 'long'
	});
	const growing = join(incoming, 'Growing.Film.2004.mkv');
	writeFileSync(growing, 'x');
	const timer = setInterval(() => writeFileSync(growing, 'x', { flag: 'a' }), 100);
	const found = await look(server, incoming);
	clearInterval(timer);
	const rows = await rowsOf(server, found.id);
	expect(rows.find(({ path }) => path.startsWith('Growing'))).toMatchObject({
		state: 'refused',
		message: 'It is still being written. Look again when it is whole.'
	});
	await send(server, 'PATCH', `/api/import/look/${found.id}/rows`, { rows: 'all', set: { chosen: true } });
	await send(server, 'POST', '/api/import', { lookId: found.id });
	expect((await until(server, found.id, /done/)).counts).toMatchObject({ imported: 1, failed: 0 });
	const [placed] = below(films);
	expect(Math.max(...placed!.split('/').map((name) => Buffer.byteLength(name)))).toBeLessThanOrEqual(255);
});

const films = 60;
const name = (at: number) => `Film ${'abcdfghklm'[at % 10]}${at} (19${10 + at})`;

/** Every second film is there already, in a worse version: its file makes room. */
function world() {
	const root = folder('films');
	const incoming = folder('incoming');
	for (let at = 0; at < films; at++) {
		if (at % 2 === 0) lay(root, { [`${name(at)}/${name(at)} [DVD].mkv`]: `old ${at}` });
		lay(incoming, {
			[`${name(at).replaceAll(' ', '.').replaceAll(/[()]/g, '')}.1080p.BluRay.mkv`]: `new ${at} ${'x'.repeat(400_000)}`
		});
	}
	return { root, incoming };
}

/** What stands in the library, by film: which of its files, and whether more than one does. */
function standing(root: string) {
	return below(root).map((path) => {
		const text = readFileSync(join(root, path), 'utf8');
		return {
			at: Number(/^(?:old|new) (\d+)/.exec(text)?.[1]),
			word: text.slice(0, 3),
			path,
			whole: text.length
		};
	});
}

test(
	'killed in the middle again and again, it ends with every film once, none lost and none twice',
	{ timeout: 90_000 },
	async () => {
		const { root, incoming } = world();
		const dataDir = folder('data');
		let server = await startServer({ env: nobody, dataDir });
		await addRoot(server, root);
		await send(server, 'POST', '/api/library/scan', {});
		await expect
			.poll(async () => (await server.json<{ total: number }>('/api/library/movies')).total, {
				timeout: 30_000
			})
			.toBe(films / 2);
		const found = await look(server, incoming);
		expect(found.counts.files).toBe(films);
		await send(server, 'PATCH', `/api/import/look/${found.id}/rows`, { rows: 'all', set: { chosen: true } });
		await send(server, 'POST', '/api/import', { lookId: found.id });
		let kills = 0;
		for (const share of [0.2, 0.6]) {
			while (below(root).filter((path) => path.includes('1080p')).length < films * share)
				await new Promise((later) => setTimeout(later, 3));
			await server.stop('SIGKILL');
			kills += 1;
			// Whatever the moment: of each film the old or the new file, and the new one once.
			const seen = standing(root).filter(({ path }) => !path.includes('.bijou-arriving'));
			for (const { word, whole } of seen) if (word === 'new') expect(whole).toBeGreaterThan(400_000);
			const fresh = seen.filter(({ word }) => word === 'new').map(({ at }) => at);
			expect(new Set(fresh).size).toBe(fresh.length);
			// One that has its new name and not yet lost the old one is still one film.
			const somewhere = [...standing(incoming), ...standing(root)].filter(({ word }) => word === 'new');
			expect(new Set(somewhere.map(({ at }) => at)).size).toBe(films);
			server = await startServer({ env: nobody, dataDir });
		}
		const done = await until(server, found.id, /done/);
		expect(done.counts).toMatchObject({ imported: films, failed: 0 });
		expect(kills).toBe(2);
		const end = standing(root);
		expect(end.map(({ at }) => at).toSorted((a, b) => a - b)).toEqual(
			Array.from({ length: films }, (_, at) => at)
		);
		expect(new Set(end.map(({ word }) => word))).toEqual(new Set(['new']));
		expect(below(incoming)).toEqual([]);
		expect(await server.json('/api/library/movies')).toMatchObject({ total: films });
		expect(await server.json('/api/library/files?limit=1')).toMatchObject({ total: films });
		expect(await server.json('/api/import/history?limit=1')).toMatchObject({ total: films });

		await send(server, 'POST', '/api/library/undo', { id: done.undoId });
		expect(standing(root).map(({ word }) => word)).toEqual(Array.from({ length: films / 2 }, () => 'old'));
		expect(below(incoming)).toHaveLength(films);
		expect(existsSync(join(incoming, below(incoming)[0]!))).toBe(true);
		expect(statSync(join(incoming, below(incoming)[0]!)).size).toBeGreaterThan(400_000);
		expect(await server.json('/api/library/movies')).toMatchObject({ total: films / 2 });
		await server.stop();
	}
);
