import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serverFlags, serverMemory } from '../../src/cli/server-flags.mjs';

const root = resolve(import.meta.dirname, '../..');

export const admin = { user: 'ada', password: 'correct horse battery' };
export const adminKey = 'bijou_test_key_0123456789abcdefghijklmnop';

export interface TestServer extends AsyncDisposable {
	url: string;
	dataDir: string;
	pid: number;
	/** Requests with the full-access key, unless a header says otherwise. */
	fetch(path: string, init?: RequestInit): Promise<Response>;
	json<T = Record<string, unknown>>(path: string, init?: RequestInit): Promise<T>;
	/** What the process printed so far. */
	output(): string;
	/** Its exit code, once it has ended. */
	ended: Promise<number | null>;
	stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export function freePort(): Promise<number> {
	return new Promise((done, reject) => {
		const server = createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as { port: number };
			server.close(() => done(port));
		});
	});
}

export const temporaryFolder = (name = 'data') => mkdtempSync(join(tmpdir(), `bijou-${name}-`));

async function untilReady(url: string, child: ChildProcess, output: () => string) {
	for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
		if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output()}`);
		const answer = await fetch(`${url}/api/health`).catch(() => undefined);
		if (answer?.ok) return;
		await new Promise((later) => setTimeout(later, 25));
	}
	throw new Error(`the server is not ready after 30 s:\n${output()}`);
}

export interface ServerOptions {
	/** Keeps the folder when the server stops, for a second start. */
	dataDir?: string;
	env?: Record<string, string>;
	/** A house in which nobody has an account yet. */
	withoutAdmin?: boolean;
	/** The address of a house that stood before. */
	port?: number;
	/** Of Node. */
	flags?: string[];
}

/** Starts the built server as a person would, on a port and a data folder of its own. */
export async function startServer({
	dataDir,
	env = {},
	withoutAdmin = false,
	port: wanted,
	flags = []
}: ServerOptions = {}): Promise<TestServer> {
	const folder = dataDir ?? temporaryFolder();
	const port = wanted ?? (await freePort());
	const url = `http://127.0.0.1:${port}`;
	const first = withoutAdmin
		? {}
		: { INIT_ADMIN_USER: admin.user, INIT_ADMIN_PASSWORD: admin.password, INIT_API_KEY: adminKey };
	const child = spawn(process.execPath, [...serverFlags, ...flags, join(root, 'server.js')], {
		cwd: root,
		env: {
			PATH: process.env['PATH'],
			HOME: process.env['HOME'],
			NODE_ENV: 'production',
			...serverMemory,
			HOST: '127.0.0.1',
			PORT: String(port),
			DATA_DIR: folder,
			TZ: 'UTC',
			LOG_LEVEL: 'info',
			...first,
			...env
		}
	});
	let printed = '';
	child.stdout.on('data', (text) => (printed += text));
	child.stderr.on('data', (text) => (printed += text));
	const ended = new Promise<number | null>((done) => child.on('exit', done));
	await untilReady(url, child, () => printed);

	const request = (path: string, init: RequestInit = {}) => {
		const headers = new Headers(init.headers);
		if (!headers.has('x-api-key') && !headers.has('cookie')) headers.set('x-api-key', adminKey);
		return fetch(`${url}${path}`, { ...init, headers });
	};
	const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
		if (child.exitCode === null && child.signalCode === null) child.kill(signal);
		return ended;
	};
	return {
		url,
		dataDir: folder,
		pid: child.pid!,
		fetch: request,
		async json<T>(path: string, init?: RequestInit) {
			const answer = await request(path, init);
			if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
			return (await answer.json()) as T;
		},
		output: () => printed,
		ended,
		stop,
		async [Symbol.asyncDispose]() {
			await stop();
			if (!dataDir) rmSync(folder, { recursive: true, force: true });
		}
	};
}
