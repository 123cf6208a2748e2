import { execFile } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const asRoot = process.getuid?.() === 0;
let data: string;

beforeEach(() => {
	data = mkdtempSync(join(tmpdir(), 'bijou-entry-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

function start(env: Record<string, string>, ...command: string[]) {
	return new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
		const options = { env: { PATH: process.env['PATH'], DATA_DIR: data, ...env } };
		execFile('sh', [join(root, 'docker/entrypoint.sh'), ...command], options, (error, stdout, stderr) =>
			done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
		);
	});
}

describe.runIf(asRoot)('the container entry point, as root', () => {
	test('runs the command as PUID and PGID and keeps its exit code', async () => {
		const { code, stdout } = await start({ PUID: '1234', PGID: '2345' }, 'sh', '-c', 'id -u; id -g; exit 7');
		expect({ code, stdout }).toEqual({ code: 7, stdout: '1234\n2345\n' });
	});

	test('gives the data folder to that person', async () => {
		const file = join(data, 'bijou.db');
		writeFileSync(file, 'x');
		chownSync(file, 0, 0);
		await start({ PUID: '1234', PGID: '2345' }, 'true');
		expect([statSync(data).uid, statSync(file).uid, statSync(file).gid]).toEqual([1234, 1234, 2345]);
	});

	test('says which variable is wrong', async () => {
		const { code, stderr } = await start({ PUID: 'abc' }, 'true');
		expect({ code, stderr }).toEqual({ code: 64, stderr: 'PUID must be a number, not "abc"\n' });
	});
});

test.each(['docker-compose.yml', 'docker/compose.vpn.yml', 'docker/compose.tls.yml'])(
	'%s keeps the data, stops gently and restarts',
	(file) => {
		const { services } = parse(readFileSync(join(root, file), 'utf8')) as {
			services: Record<string, Record<string, unknown>>;
		};
		const bijou = services['bijou']!;
		expect(bijou['restart']).toBe('unless-stopped');
		expect(bijou['stop_grace_period']).toBe('30s');
		expect((bijou['volumes'] as string[]).some((volume) => volume.endsWith('/data:/data'))).toBe(true);
	}
);

test('the image copies every folder that the server reads at run time', () => {
	const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
	for (const folder of ['build', 'drizzle', 'definitions', 'src', 'node_modules'])
		expect(dockerfile).toContain(`COPY --from=build /app/${folder} ${folder}`);
});
