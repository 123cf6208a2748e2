// A populated Bijou without keys or network: `npm run demo`. Everything it makes lies in ./demo-data (or DEMO_DIR).
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '#server/platform/root.ts';
import { claim } from './demo/claim.ts';
import { createMetadataService, demoKeys, serveMetadata } from './demo/service/metadata-service.ts';
import { settle } from './demo/settle.ts';
import { makeShelf } from './demo/shelf/make-shelf.ts';
import { createWorld } from './demo/world/world.ts';
import { serverFlags, serverMemory } from './server-flags.mjs';

const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = resolve(process.env['DEMO_DIR'] ?? join(projectRoot, 'demo-data'));
mkdirSync(folder, { recursive: true });
const mine = claim(folder);
if (!mine) {
	say(`A demo is open in ${folder} already. Another one needs a folder and a port of its own:`);
	say('DEMO_DIR=/tmp/another-demo PORT=3001 npm run demo');
	process.exit(1);
}
if (process.argv.includes('--fresh')) mine.clear();

const today = new Date().toISOString().slice(0, 10);
const birth = join(folder, 'born');
if (!existsSync(birth)) writeFileSync(birth, today);
const born = readFileSync(birth, 'utf8').trim();

const world = createWorld(today, { born });
const media = join(folder, 'media');
const roots = await makeShelf({ folder: media, world, born, say });
const service = await serveMetadata(createMetadataService(world, join(folder, 'pictures')));

const user = 'demo';
const password = 'bijou at dusk';
const key = 'bijou_demo_0123456789abcdefghijklmnop';
const port = process.env['PORT'] ?? '3000';
const child = spawn(process.execPath, [...serverFlags, join(projectRoot, 'server.js')], {
	cwd: projectRoot,
	stdio: 'inherit',
	env: {
		...serverMemory,
		...process.env,
		NODE_ENV: 'production',
		HOST: process.env['HOST'] ?? '127.0.0.1',
		PORT: port,
		DATA_DIR: join(folder, 'data'),
		TMDB_URL: service.url,
		TMDB_API_KEY: demoKeys.v3,
		TVMAZE_URL: service.url,
		INIT_ADMIN_USER: user,
		INIT_ADMIN_PASSWORD: password,
		INIT_API_KEY: key
	}
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
	mine.release();
	process.exit(code ?? 1);
});

const url = `http://127.0.0.1:${port}`;
await settle({
	url,
	key,
	roots: roots.map((root) => ({ ...root, path: join(media, root.name) })),
	say
}).catch(async (error: Error) => {
	// Bijou itself may be about to say why it does not start.
	await sleep(1_000);
	say(error.message);
	child.kill();
});
if (child.killed) process.exit(1);
say(`\n  Bijou's demo is open: ${url}\n  Sign in as "${user}" with "${password}".\n`);
