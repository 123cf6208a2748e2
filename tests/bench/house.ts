import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { WebSocket } from 'ws';
import { admin, adminKey, startServer, temporaryFolder, type TestServer } from '../harness/server.ts';
import { load, percentile } from '../harness/load.ts';
import type { Figure } from './run.ts';

const root = resolve(import.meta.dirname, '../..');
const pause = (ms: number) => new Promise((later) => setTimeout(later, ms));
const figure = (bench: string, value: number, unit: string, detail?: string): Figure => ({
	bench: `house/${bench}`,
	value: Math.round(value * 100) / 100,
	unit,
	...(detail && { detail })
});

const memoryMb = (pid: number) =>
	Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
/** Processor seconds that a process has used so far. */
function cpuSeconds(pid: number): number {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
	return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function session(server: TestServer): Promise<string> {
	const answer = await fetch(`${server.url}/api/auth/sign-in/username`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin: server.url },
		body: JSON.stringify({ username: admin.user, password: admin.password })
	});
	if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
	return answer.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
}

async function* starting(dataDir: string): AsyncIterable<Figure> {
	const times: number[] = [];
	for (let i = 0; i < 5; i++) {
		const started = performance.now();
		const server = await startServer({ dataDir });
		times.push(performance.now() - started);
		await server.stop();
	}
	yield figure(
		'start',
		percentile(times, 0.5),
		'ms',
		'node server.js to /api/health, warm build, median of 5'
	);
}

async function* answering(server: TestServer): AsyncIterable<Figure> {
	const cookie = await session(server);
	const page = await load(`${server.url}/`, { cookie, accept: 'text/html' }, { total: 3000 });
	yield figure(
		'home-p99',
		page.p99,
		'ms',
		`signed in, 50 in flight, p50 ${page.p50.toFixed(1)} ms, ${Math.round(page.perSecond)}/s`
	);
	const films = `${server.url}/api/library/movies`;
	const list = await load(films, { 'x-api-key': adminKey }, { total: 5000 });
	yield figure(
		'list-p99',
		list.p99,
		'ms',
		`50 of 2,000 films, 50 in flight, p50 ${list.p50.toFixed(1)} ms, ${Math.round(list.perSecond)}/s`
	);
	const first = await load((n) => `${films}?yearTo=${3000 + n}`, { 'x-api-key': adminKey }, { total: 2000 });
	yield figure(
		'list-first-p99',
		first.p99,
		'ms',
		`as before, but never asked before: p50 ${first.p50.toFixed(1)} ms, ${Math.round(first.perSecond)}/s`
	);
}

/** 1,000 sockets; a running task emits ten progress messages a second, which every socket gets. */
async function* sockets(server: TestServer): AsyncIterable<Figure> {
	const cookie = await session(server);
	let received = 0;
	const open = Array.from(
		{ length: 1000 },
		() =>
			new Promise<WebSocket>((done, reject) => {
				const socket = new WebSocket(`${server.url.replace('http', 'ws')}/ws`, {
					headers: { cookie, origin: server.url }
				});
				socket.on('open', () => {
					socket.send(JSON.stringify({ subscribe: ['jobs', 'tasks'] }));
					done(socket);
				});
				socket.on('message', () => received++);
				socket.on('error', reject);
			})
	);
	const clients = await Promise.all(open);
	await pause(1000);
	received = 0;
	const before = { cpu: cpuSeconds(server.pid), at: performance.now() };
	const seconds = 5;
	for (let i = 0; i < seconds * 10; i++) {
		await server.fetch('/api/tasks/jobs.history', {
			method: 'PATCH',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ enabled: i % 2 === 0 })
		});
		await pause(Math.max(0, before.at + (i + 1) * 100 - performance.now()));
	}
	const elapsed = (performance.now() - before.at) / 1000;
	const cores = (cpuSeconds(server.pid) - before.cpu) / elapsed;
	for (const client of clients) client.terminate();
	yield figure(
		'sockets-cores',
		cores,
		'cores',
		`1,000 sockets, ${Math.round(received / elapsed / 1000)} messages a second each`
	);
}

/** Compressed scripts that a browser loads for the signed-in home page. */
async function scriptKilobytes(server: TestServer): Promise<number> {
	const html = await (await fetch(`${server.url}/`, { headers: { cookie: await session(server) } })).text();
	const header =
		(await fetch(`${server.url}/`, { headers: { cookie: await session(server) } })).headers.get('link') ?? '';
	const wanted = new Set(
		[...`${html}${header}`.matchAll(/_app\/immutable\/[\w./-]+\.js/g)].map(([path]) => path)
	);
	return (
		[...wanted].reduce(
			(sum, path) => sum + gzipSync(readFileSync(join(root, 'build/client', path))).length,
			0
		) / 1000
	);
}

export async function* run(): AsyncIterable<Figure> {
	const dataDir = temporaryFolder('bench');
	await (await startServer({ dataDir })).stop();
	execFileSync(
		process.execPath,
		[join(root, 'src/cli/seed.ts'), '--movies', '2000', '--series', '50', '--episodes', '500'],
		{ env: { ...process.env, DATA_DIR: dataDir } }
	);
	yield* starting(dataDir);
	await using server = await startServer({ dataDir });
	await pause(5000);
	yield figure('idle-memory', memoryMb(server.pid), 'MB', 'resident, five seconds after the start');
	yield figure(
		'script',
		await scriptKilobytes(server),
		'kB',
		`gzip, home page, of ${readdirSync(join(root, 'build/client/_app/immutable/chunks')).length} chunks`
	);
	yield* answering(server);
	yield* sockets(server);
	await server.stop();
	rmSync(dataDir, { recursive: true, force: true });
}
