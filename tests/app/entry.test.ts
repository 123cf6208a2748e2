import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Stands where the build stands: shows what the entry hands on, behind the real edge. */
const echoBuild = `
import { openEdge } from '${join(root, 'src/lib/server/platform/web/edge.ts')}';
let stopped = false;
if (process.env.FAULTS) throw Object.assign(new Error('faults'), { faults: process.env.FAULTS.split('|') });
if (process.env.FAULT) throw Object.assign(new Error(process.env.FAULT), { name: 'AppError', code: 'disk_full' });
openEdge({
	trustedProxies: ['127.0.0.1'],
	upgrade: (request, socket) => socket.end('HTTP/1.1 418 ' + request.headers['x-bijou-client'] + '\\r\\n\\r\\n'),
	stop: async () => {
		if (process.env.STUCK) await new Promise((resolve) => setTimeout(resolve, 60_000));
		stopped = true;
		process.stdout.write('app stopped\\n');
	}
});
export const handler = (request, response, next) => {
	if (request.url === '/slow') return setTimeout(() => response.end(stopped ? 'too late' : 'slow but whole'), 400);
	if (request.url === '/film') return response.write('frame');
	if (request.url === '/none') return next();
	response.end(JSON.stringify({ headers: request.headers, limit: process.env.BIJOU_KIT_BODY_SIZE_LIMIT }));
};`;

async function startEntry(env: Record<string, string> = {}, { build = true } = {}) {
	const folder = mkdtempSync(join(tmpdir(), 'bijou-entry-'));
	mkdirSync(join(folder, 'build'));
	copyFileSync(join(root, 'server.js'), join(folder, 'server.js'));
	writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
	if (build) writeFileSync(join(folder, 'build/handler.js'), echoBuild);
	const child = spawn(process.execPath, ['server.js'], {
		cwd: folder,
		env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', ...env }
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
	const ended = once(child, 'close').then(([code]) => code as number | null);
	const ready = async () => {
		while (!/ready: /.test(output))
			await Promise.race([once(child.stdout, 'data'), ended.then(() => Promise.reject(new Error(output)))]);
		return /http:\/\/[\d.]+:\d+/.exec(output)![0];
	};
	const dispose = async () => {
		child.kill('SIGKILL');
		await ended;
		rmSync(folder, { recursive: true });
	};
	return { child, ready, ended, output: () => output, [Symbol.asyncDispose]: dispose };
}

async function get(url: string, headers: Record<string, string> = {}) {
	const asked = request(url, { headers }).end();
	const [response] = await once(asked, 'response');
	return { status: response.statusCode as number, body: await text(response) };
}

test('serves, tells the app who asks, and bounds nothing that the app bounds itself', async () => {
	await using entry = await startEntry();
	const url = await entry.ready();
	const { body } = await get(`${url}/`, {
		'x-forwarded-for': '198.51.100.7',
		'x-forwarded-proto': 'https',
		'x-bijou-client': '1.1.1.1'
	});
	const { headers, limit } = JSON.parse(body) as { headers: IncomingHttpHeaders; limit: string };
	expect(headers).toMatchObject({
		'x-bijou-client': '198.51.100.7',
		'x-bijou-proto': 'https',
		'x-bijou-host': new URL(url).host
	});
	expect(headers).not.toHaveProperty('x-forwarded-for');
	expect(limit).toBe('Infinity');
	expect((await get(`${url}/none`)).status).toBe(404);
});

test('a hostile Host header gets one clear answer', async () => {
	await using entry = await startEntry();
	const url = await entry.ready();
	for (const host of ['evil.test/@bijou', 'a b', 'bijou.test:99999']) {
		expect(await get(url, { host })).toEqual({
			status: 400,
			body: '{"error":{"code":"invalid","message":"The Host header is not valid."}}'
		});
	}
});

test('hands upgrades to the app', async () => {
	await using entry = await startEntry();
	const url = await entry.ready();
	const asked = request(`${url}/ws`, { headers: { connection: 'upgrade', upgrade: 'websocket' } }).end();
	const [response] = await once(asked, 'response');
	expect([response.statusCode, response.statusMessage]).toEqual([418, '127.0.0.1']);
});

test('answers who offers HTTP/2 in the one it speaks', async () => {
	await using entry = await startEntry();
	const offer = {
		connection: 'Upgrade, HTTP2-Settings',
		upgrade: 'h2c',
		'http2-settings': 'AAMAAABkAAQAAP__'
	};
	expect((await get(await entry.ready(), offer)).status).toBe(200);
});

test('a port in use ends the start with one line', async () => {
	const other = createServer().listen(0, '127.0.0.1');
	await once(other, 'listening');
	const { port } = other.address() as AddressInfo;
	await using entry = await startEntry({ PORT: String(port) });
	expect(await entry.ended).toBe(1);
	expect(entry.output()).toBe(
		`Port ${port} is in use. Stop the other program or choose another port with PORT=...\n`
	);
	other.close();
});

test('faults of the configuration are listed one a line, whatever PORT holds', async () => {
	for (const PORT of ['0', 'eighty', '99999']) {
		await using entry = await startEntry({ PORT, FAULTS: 'PORT: no port|TZ: no zone' });
		expect(await entry.ended).toBe(1);
		expect(entry.output()).toBe('Bijou cannot start with this configuration:\nPORT: no port\nTZ: no zone\n');
	}
});

test('a fault that is written for people ends the start without a stack', async () => {
	await using entry = await startEntry({ FAULT: 'The database is damaged.' });
	expect(await entry.ended).toBe(1);
	expect(entry.output()).toBe('Bijou cannot start. The database is damaged.\n');
});

test('without a build the start says how to make one', async () => {
	await using entry = await startEntry({}, { build: false });
	expect(await entry.ended).toBe(1);
	expect(entry.output()).toBe('The build is not complete. Run: npm run build\n');
});

test('an older Node is sent away with the way to the right one', async () => {
	const older = `data:text/javascript,${encodeURIComponent("Object.defineProperty(process.versions, 'node', { value: '20.20.2' })")}`;
	await using entry = await startEntry({ NODE_OPTIONS: `--import=${older}` });
	expect(await entry.ended).toBe(1);
	expect(entry.output()).toMatch(
		/^Bijou needs Node 24 and this is v\S+ "npm start" brings the right one along.\n$/
	);
});

test('on SIGTERM what is under way is finished, then the app stops', async () => {
	await using entry = await startEntry();
	const url = await entry.ready();
	const slow = get(`${url}/slow`);
	await new Promise((resolve) => setTimeout(resolve, 100));
	entry.child.kill('SIGTERM');
	expect((await slow).body).toBe('slow but whole');
	expect(await entry.ended).toBe(0);
	expect(entry.output()).toContain('app stopped');
});

test('a film that is being streamed does not hold up the stop', async () => {
	await using entry = await startEntry();
	const film = get(`${await entry.ready()}/film`).catch(() => 'cut off');
	await new Promise((resolve) => setTimeout(resolve, 100));
	entry.child.kill('SIGTERM');
	expect(await entry.ended).toBe(0);
	expect(await film).toBe('cut off');
});

test('a second signal ends a stop that hangs', async () => {
	await using entry = await startEntry({ STUCK: 'yes' });
	await entry.ready();
	entry.child.kill('SIGINT');
	await new Promise((resolve) => setTimeout(resolve, 200));
	entry.child.kill('SIGINT');
	expect(await entry.ended).toBe(1);
});
