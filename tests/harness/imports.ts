import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { temporaryFolder, type TestServer } from './server.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Nobody outside is asked: names alone say what the files are. */
export const nobody = { TVMAZE_URL: 'http://127.0.0.1:9', ALLOW_PRIVATE_TARGETS: '127.0.0.0/8' };

export interface Look {
	id: number;
	state: string;
	jobId: number;
	undoId: number | null;
	counts: { files: number; chosen: number; importable: number; imported: number; failed: number };
	items: { kind: string; id: number; title: string }[];
}
export interface Row {
	id: number;
	path: string;
	state: string;
	message: string | null;
	destination: string | null;
	outcome: string | null;
	fault: string | null;
	chosen: boolean;
}

export function folder(name: string): string {
	const made = temporaryFolder(name);
	folders.push(made);
	return made;
}

export function lay(base: string, files: Record<string, string | Buffer>): string {
	for (const [path, content] of Object.entries(files)) {
		const file = join(base, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, content);
		utimesSync(file, 1_600_000_000, 1_600_000_000);
	}
	return base;
}

export const below = (base: string) =>
	readdirSync(base, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.parentPath.includes('.bijou-trash'))
		.map((entry) => join(entry.parentPath, entry.name).slice(base.length + 1))
		.toSorted();

export const send = <T = Record<string, never>>(
	server: TestServer,
	method: string,
	path: string,
	body?: unknown
) =>
	server.json<T>(path, {
		method,
		...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
	});

const lookOf = (server: TestServer, id: number) => server.json<Look>(`/api/import/look/${id}`);

export async function until(server: TestServer, id: number, states: RegExp): Promise<Look> {
	await expect.poll(async () => (await lookOf(server, id)).state, { timeout: 30_000 }).toMatch(states);
	return lookOf(server, id);
}

export async function look(server: TestServer, path: string, hint: object = {}): Promise<Look> {
	const { id } = await send<Look>(server, 'POST', '/api/import/look', { path, hint });
	return until(server, id, /ready|failed/);
}

export const rowsOf = async (server: TestServer, id: number) =>
	(await server.json<{ items: Row[] }>(`/api/import/look/${id}/rows?limit=500`)).items;

export const addRoot = (server: TestServer, path: string, kind = 'movie') =>
	send<{ id: number }>(server, 'POST', '/api/root-folders', { path, kind });
