// What a house is given by mistake or malice: one clear message each, nothing half-written.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '../harness/people.ts';
import { freePort, startServer, temporaryFolder, type TestServer } from '../harness/server.ts';
import { sourceFiles } from '../structure/source.ts';

const root = resolve(import.meta.dirname, '../..');
const asRoot = process.getuid?.() === 0;
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
const emptyFolder = () => {
	const folder = temporaryFolder('bad');
	folders.push(folder);
	return folder;
};

/** A start that is expected to fail; what a person reads, without the lines of the log. */
async function refusal(
	dataDir: string,
	{ uid, env = {} }: { uid?: number; env?: Record<string, string> } = {}
) {
	const { status, stderr } = spawnSync(process.execPath, [join(root, 'server.js')], {
		cwd: root,
		encoding: 'utf8',
		timeout: 20_000,
		env: {
			PATH: process.env['PATH'],
			HOST: '127.0.0.1',
			PORT: String(await freePort()),
			DATA_DIR: dataDir,
			...env
		},
		...(uid && { uid, gid: uid })
	});
	expect(status).toBe(1);
	return stderr.trim();
}

describe('a start that cannot be', () => {
	test('a second Bijou leaves the data folder of the first alone, and kill -9 leaves nothing in the way', async () => {
		const dataDir = emptyFolder();
		const first = await startServer({ dataDir });
		expect(await refusal(dataDir)).toBe(
			`Bijou cannot start. Another Bijou is using the data folder ${dataDir}. Stop it, or choose another DATA_DIR.`
		);
		await first.stop('SIGKILL');
		await using again = await startServer({ dataDir });
		expect((await again.fetch('/api/users')).status).toBe(200);
	});

	test('every fault of the environment has its line, the address among them', async () => {
		expect(
			await refusal(emptyFolder(), { env: { ORIGIN: 'ftp://x', MODE: 'half', BODY_SIZE_LIMIT: 'x' } })
		).toBe(
			[
				'Bijou cannot start with this configuration:',
				'ORIGIN: must be an address such as https://bijou.example.org, without a path',
				'MODE: must be one of full, server, monitor'
			].join('\n')
		);
	});

	test('an empty variable is none', async () => {
		await using server = await startServer({ env: { ORIGIN: '', MODE: '', HOST: '', BIJOU_SECRET: '' } });
		expect((await server.fetch('/api/users')).status).toBe(200);
	});

	test('a file that is no database is left as it was found', async () => {
		const dataDir = emptyFolder();
		const file = join(dataDir, 'bijou.db');
		writeFileSync(file, 'a shopping list'.repeat(400));
		expect(await refusal(dataDir)).toMatch(
			/^Bijou cannot start\. The database \S+ is damaged \(file is not a database\)\. There is no backup in [^\n]+$/
		);
		expect(readFileSync(file, 'utf8')).toBe('a shopping list'.repeat(400));
	});

	test('a database from the future names its backup', async () => {
		const dataDir = emptyFolder();
		const server = await startServer({ dataDir });
		await server.json('/api/system/backups', { method: 'POST' });
		await server.stop();
		const raw = new Database(join(dataDir, 'bijou.db'));
		raw.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('future', 1)").run();
		raw.close();
		expect(await refusal(dataDir)).toMatch(/newer version of Bijou[^\n]*npm run cli -- restore \S+\.db"\.$/);
	});

	test('a damaged secret is named and not replaced', async () => {
		const dataDir = emptyFolder();
		writeFileSync(join(dataDir, 'secret'), 'short');
		expect(await refusal(dataDir)).toBe(
			`Bijou cannot start. The secret in ${join(dataDir, 'secret')} cannot be used: it is cut short; put back what it held.`
		);
		expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe('short');
	});

	test.runIf(asRoot)('a data folder that belongs to somebody else', async () => {
		const dataDir = emptyFolder();
		chmodSync(dataDir, 0o755);
		expect(await refusal(dataDir, { uid: 65_534 })).toBe(
			`Bijou cannot start with this configuration:\nDATA_DIR: the folder ${dataDir} cannot be written to (EACCES); choose another or mend its owner and permissions`
		);
		expect(readdirSync(dataDir)).toEqual([]);
	});
});

/** A disk of its own, where this machine lets us make one. */
function smallDisk(size: string): string | undefined {
	const folder = emptyFolder();
	if (!asRoot || spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status !== 0)
		return undefined;
	return folder;
}
const disk = smallDisk('8m');
afterAll(() => disk && execFileSync('umount', ['--lazy', disk]));

describe.runIf(disk)('a full disk', () => {
	const filling = join(disk ?? '', 'filling');
	const fill = () => spawnSync('dd', ['if=/dev/zero', `of=${filling}`, 'bs=4k']);

	test('before the first start', async () => {
		fill();
		expect(await refusal(disk!)).toBe('Bijou cannot start. The disk is full. Free some space and try again.');
		expect(readdirSync(disk!)).toEqual(['filling']);
		rmSync(filling);
	});

	test('in a running house: every door says so, reading goes on, and space mends it', async () => {
		await using server = await startServer({ dataDir: disk! });
		const cookie = await signIn(server);
		const json = { 'content-type': 'application/json' };
		const change = () =>
			server.fetch('/api/settings/general', {
				method: 'PATCH',
				headers: json,
				body: JSON.stringify({ instanceName: 'Lindenhof '.repeat(6) })
			});
		const copy = () => server.fetch('/api/system/backups', { method: 'POST' });
		fill();
		const login = await fetch(`${server.url}/login?/password`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: server.url, accept: 'text/html' },
			body: new URLSearchParams({ username: 'ada', password: 'correct horse battery' })
		});
		expect(login.status).toBe(507);
		expect(await login.text()).toContain('The disk is full. Free some space and try again.');
		for (const answer of [await change(), await copy()]) {
			expect(answer.status).toBe(507);
			expect(await answer.json()).toMatchObject({ error: { code: 'disk_full' } });
		}
		expect((await fetch(`${server.url}/`, { headers: { cookie } })).status).toBe(200);
		expect((await fetch(`${server.url}/api/ready`)).status).toBe(503);
		expect(readdirSync(join(disk!, 'backups'))).toEqual([]);
		rmSync(filling);
		expect((await change()).status).toBe(200);
		expect((await copy()).status).toBe(201);
	});
});

describe('a running house', () => {
	let server: TestServer;
	beforeAll(async () => void (server = await startServer()));
	afterAll(() => server[Symbol.asyncDispose]());

	const post = (path: string, body: BodyInit, type = 'application/json') =>
		server.fetch(path, { method: 'POST', body, headers: { 'content-type': type, origin: server.url } });
	const mebibytes = (n: number) => ' '.repeat(n * 1024 * 1024);

	test.each([
		['cut short', '{"username":', 400, 'invalid'],
		['not text', new Uint8Array([0xff, 0xfe, 0x7b]), 400, 'invalid'],
		['of another kind', '[]', 400, 'invalid'],
		['nested without end', '['.repeat(200_000), 400, 'invalid'],
		['larger than allowed', mebibytes(3), 413, 'too_large']
	])('a body that is %s', async (_, body, status, code) => {
		const answer = await post('/api/users', body);
		expect(answer.status).toBe(status);
		expect(await answer.json()).toMatchObject({ error: { code, message: expect.any(String) } });
	});

	/** Says nothing of its length beforehand. */
	function* pieces(count: number) {
		for (let n = 0; n < count; n++) yield new Uint8Array(65_536).fill(32);
	}
	test('a body that grows too large on the way is refused in words, and the connection lives on', async () => {
		for (let n = 0; n < 3; n++) {
			const init = { method: 'POST', duplex: 'half', headers: { 'content-type': 'application/json' } };
			const body = Readable.toWeb(Readable.from(pieces(100)));
			const answer = await server.fetch('/api/users', { ...init, body } as RequestInit);
			expect([answer.status, await answer.json()]).toMatchObject([413, { error: { code: 'too_large' } }]);
			expect((await post('/api/users', '{')).status).toBe(400);
		}
	});

	test('a body at the door of the accounts is bounded, and a broken one is not our fault', async () => {
		expect((await post('/api/auth/sign-in/username', mebibytes(1))).status).toBe(413);
		expect((await post('/api/auth/sign-in/username', '{')).status).toBe(400);
		expect(server.output()).not.toContain('"level":50');
	});

	test('a form that is none, and one that is too large', async () => {
		const form = (body: string, type: string) =>
			fetch(`${server.url}/login?/password`, {
				method: 'POST',
				body,
				headers: { 'content-type': type, origin: server.url, accept: 'text/html' }
			});
		expect((await form('x', 'multipart/form-data; boundary=none')).status).toBe(400);
		expect((await form(mebibytes(3), 'application/x-www-form-urlencoded')).status).toBe(413);
	});

	test('an address or a method that the API does not have', async () => {
		const nowhere = await server.fetch('/api/nowhere');
		expect([nowhere.status, await nowhere.json()]).toEqual([
			404,
			{ error: { code: 'not_found', message: 'There is no address /api/nowhere.' } }
		]);
		const put = await server.fetch('/api/users', { method: 'PUT' });
		expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST, HEAD']);
		expect(await put.json()).toMatchObject({ error: { code: 'method_not_allowed' } });
	});

	const hostile = [
		'..%2F..%2Fetc%2Fpasswd',
		'%00',
		'a%00b',
		'x'.repeat(300),
		'-1',
		'9'.repeat(20),
		'%F0%9F%92%A9'
	];
	const addresses = sourceFiles()
		.map(({ path }) => path)
		.filter((path) => /^routes\/.*\[.*\+(server|page\.server)\.ts$/.test(path))
		.map((path) =>
			path
				.replace(/^routes/, '')
				.replace(/\/\+.*$/, '')
				.replace(/\/\([^)]+\)/g, '')
		);

	test.each([...new Set(addresses)])('%s takes no hostile name', async (address) => {
		for (const name of hostile) {
			const path = address.replace(/\[{1,2}[^\]]+\]{1,2}/g, name);
			for (const method of address.startsWith('/api/') ? ['GET', 'DELETE'] : ['GET']) {
				const answer = await server.fetch(path, { method, redirect: 'manual' });
				expect
					.soft([method, path.slice(0, 80), answer.status < 500])
					.toEqual([method, path.slice(0, 80), true]);
				expect.soft(await answer.text()).not.toContain('root:x:');
			}
		}
	});
});
