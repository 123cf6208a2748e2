// The steps of the Dockerfile in a clean room, for machines without a container engine.
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../src/cli/setup.mjs';
import { freePort } from '../harness/server.ts';
import { obstacle, openCleanRoom, type CleanRoom } from './clean-room.ts';

const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8').replaceAll('\\\n', ' ');
const [, building = '', running = ''] = dockerfile.split(/^FROM .*$/m);
const lines = (stage: string, word: string) =>
	[...stage.matchAll(new RegExp(`^${word} (.+)$`, 'gm'))].map(([, rest = '']) => rest);
const packages = /apt-get install -y --no-install-recommends ([^&]+)/.exec(running)![1]!.trim().split(/\s+/);
const variables = Object.fromEntries(
	lines(running, 'ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('=') as [string, string]))
);

const reason = obstacle();
if (reason) process.stdout.write(`skip the image: ${reason}\n`);

let room: CleanRoom;
beforeAll(async () => {
	if (reason) return;
	room = openCleanRoom('bookworm', packages);
	const tracked = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).stdout.split('\0');
	const ignored = /^(?:\.ci|tests)\/|\.test\.ts$|^$/;
	for (const file of tracked.filter((path) => !ignored.test(path))) {
		mkdirSync(dirname(room.path(`app/${file}`)), { recursive: true });
		cpSync(join(root, file), room.path(`app/${file}`));
	}
	for (const command of lines(building, 'RUN')) room.sh(command);
	renameSync(room.path('app'), room.path('built'));
	for (const copy of lines(running, 'COPY')) {
		const [from = '', to = ''] = copy.replace(/^--from=build /, '').split(/ (?=[^ ]+$)/);
		for (const source of from.split(' ')) {
			const there = copy.startsWith('--from=build')
				? room.path(source.replace(/^\/app/, 'built'))
				: join(root, source);
			const here = to.startsWith('/')
				? room.path(to)
				: room.path(to === './' ? `app/${source.split('/').at(-1)}` : `app/${to}`);
			cpSync(there, here, { recursive: true, verbatimSymlinks: true });
		}
	}
}, 600_000);
afterAll(() => room?.[Symbol.dispose](), 120_000);

test.skipIf(reason)(
	'the image builds, runs as PUID and PGID, answers, and stops in order',
	async () => {
		const port = String(await freePort());
		const env = { ...variables, HOST: '127.0.0.1', PORT: port, PUID: '1234', PGID: '2345' };
		const entry = JSON.parse(lines(running, 'ENTRYPOINT')[0]!) as string[];
		const command = JSON.parse(lines(running, 'CMD').at(-1)!) as string[];
		const container = room.spawn([...entry, ...command], env);
		let printed = '';
		for (const stream of [container.stdout!, container.stderr!])
			stream.on('data', (text) => (printed += text));
		const ended = once(container, 'exit');

		const url = `http://127.0.0.1:${port}`;
		let health: Response | undefined;
		for (
			const until = Date.now() + 30_000;
			!health?.ok && container.exitCode === null && Date.now() < until;
			await sleep(100)
		)
			health = await fetch(`${url}/api/health`).catch(() => undefined);
		expect(health?.ok, printed).toBe(true);
		const check = /CMD (\["node".*\])/.exec(lines(running, 'HEALTHCHECK')[0]!)![1]!;
		const [program = '', flag = '', script = ''] = JSON.parse(check) as string[];
		expect(() => room.sh(`${program} ${flag} '${script}'`, env)).not.toThrow();
		for (const file of ['data', 'data/bijou.db', 'data/secret'])
			expect([statSync(room.path(file)).uid, statSync(room.path(file)).gid]).toEqual([1234, 2345]);
		expect((await fetch(`${url}/setup`)).status).toBe(200);

		container.kill('SIGTERM');
		expect(await ended, printed).toEqual([0, null]);
	},
	120_000
);

test.skipIf(reason)(
	'the command line works with what the image holds',
	() => {
		const env = { ...variables };
		const as = 'setpriv --reuid=1234 --regid=2345 --clear-groups -- node src/cli/cli.ts';
		expect(room.sh(`${as} user add ada --role admin --password 'correct horse battery'`, env)).toContain(
			'Added ada'
		);
		expect(room.sh(`${as} parse "A.Film.2020.1080p.WEB-DL-GRP"`, env)).toContain('2020');
		expect(room.sh(`${as} backup`, env)).toMatch(/^\/data\/backups\/bijou-.*\.db$/m);
		expect(room.sh(`${as} doctor`, env)).toContain('Node');
	},
	60_000
);
