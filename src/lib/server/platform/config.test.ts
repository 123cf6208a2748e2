import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConfigFault, readConfig } from './config.ts';
import { lanRanges } from './environment.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'bijou-config-'));

function faultsOf(env: Record<string, string>): string[] {
	try {
		readConfig({ DATA_DIR: folder(), ...env });
	} catch (error) {
		if (error instanceof ConfigFault) return error.faults;
		throw error;
	}
	return [];
}

test('an empty environment gives working defaults', () => {
	const dataDir = folder();
	const config = readConfig({ DATA_DIR: dataDir });
	expect(config).toMatchObject({ host: '0.0.0.0', port: 3000, mode: 'full', logLevel: 'info', dataDir });
	expect(config.allowPrivateTargets).toEqual(lanRanges);
	expect(config.workerMax.transcodes).toBe(1);
	expect(config.version).toMatch(/^\d+\.\d+\.\d+/);
});

test('the secret is made once and only its owner can read it', () => {
	const dataDir = folder();
	const first = readConfig({ DATA_DIR: dataDir }).secret;
	expect(readConfig({ DATA_DIR: dataDir }).secret).toBe(first);
	expect(first.length).toBeGreaterThanOrEqual(40);
	expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
});

test('a given secret is used, and none is made', () => {
	const dataDir = folder();
	const config = readConfig({ DATA_DIR: dataDir, BIJOU_SECRET: 'a-secret-of-mine-123' });
	expect(config.secret).toBe('a-secret-of-mine-123');
	expect(() => readFileSync(join(dataDir, 'secret'))).toThrow('ENOENT');
});

test('secrets can come from files', () => {
	const dataDir = folder();
	const file = join(dataDir, 'key');
	writeFileSync(file, 'abc-def-123\n');
	const config = readConfig({
		DATA_DIR: dataDir,
		TMDB_API_KEY_FILE: file,
		TMDB_URL: 'http://localhost:9/3/'
	});
	expect(config.source('tmdb')).toEqual({ url: 'http://localhost:9/3', apiKey: 'abc-def-123' });
	expect(config.env['TMDB_API_KEY']).toBe('abc-def-123');
	expect(config.source('other')).toEqual({});
});

test('the first admin can come from files as a whole', () => {
	const dataDir = folder();
	for (const name of ['user', 'password']) writeFileSync(join(dataDir, name), `my-${name}-123\n`);
	const config = readConfig({
		DATA_DIR: dataDir,
		INIT_ADMIN_USER_FILE: join(dataDir, 'user'),
		INIT_ADMIN_PASSWORD_FILE: join(dataDir, 'password')
	});
	expect(config.initAdmin).toEqual({ user: 'my-user-123', password: 'my-password-123' });
});

test.each<[Record<string, string>, RegExp]>([
	[{ PORT: 'http' }, /^PORT: /],
	[{ PORT: '70000' }, /^PORT: .*65535/],
	[{ PORT: '-1' }, /^PORT: /],
	[{ HOST: 'a b' }, /^HOST: /],
	[{ ORIGIN: 'bijou.example.org' }, /^ORIGIN: /],
	[{ ORIGIN: 'https://bijou.example.org/path' }, /^ORIGIN: .*without a path/],
	[{ MODE: 'half' }, /^MODE: .*full, server, monitor/],
	[{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL: /],
	[{ TZ: 'Mars/Olympus' }, /^TZ: /],
	[{ BIJOU_SECRET: 'short' }, /^BIJOU_SECRET: .*16/],
	[{ BIJOU_SECRET_FILE: '/nowhere/at/all' }, /^BIJOU_SECRET_FILE: .*ENOENT/],
	[{ INIT_ADMIN_USER: 'ann' }, /^INIT_ADMIN_PASSWORD: .*together with INIT_ADMIN_USER/],
	[{ INIT_ADMIN_PASSWORD: 'long enough' }, /^INIT_ADMIN_USER: /],
	[{ TRUSTED_PROXIES: '10.0.0.0/8, nonsense' }, /^TRUSTED_PROXIES: "nonsense"/],
	[{ ALLOW_PRIVATE_TARGETS: '169.254.0.0/16' }, /^ALLOW_PRIVATE_TARGETS: .*link-local/],
	[{ ALLOW_PRIVATE_TARGETS: 'fe80::/10' }, /^ALLOW_PRIVATE_TARGETS: .*link-local/],
	[{ WORKER_MAX_SEARCHES: '0' }, /^WORKER_MAX_SEARCHES: /],
	[{ PUID: 'root' }, /^PUID: /]
])('%j is refused by one line that names the variable', (env, message) => {
	const faults = faultsOf(env);
	expect(faults).toHaveLength(1);
	expect(faults[0]).toMatch(message);
});

test('all faults come at once, one line each', () => {
	const faults = faultsOf({ PORT: 'x', MODE: 'y', TZ: 'z' });
	expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual(['MODE', 'PORT', 'TZ']);
});

test('a variable and its file at once is a fault', () => {
	expect(faultsOf({ INIT_API_KEY: 'a'.repeat(20), INIT_API_KEY_FILE: '/x' })[0]).toMatch(
		/^INIT_API_KEY_FILE: .*not both/
	);
});

test.each(['/proc/bijou', '/dev/null/data'])('a data folder at %s is one clear fault', (path) => {
	const faults = faultsOf({ DATA_DIR: path });
	expect(faults).toHaveLength(1);
	expect(faults[0]).toMatch(/^DATA_DIR: the folder .* cannot be written to/);
});

test('a fault leaves no secret behind', () => {
	const dataDir = folder();
	expect(() => readConfig({ DATA_DIR: dataDir, PORT: 'x' })).toThrow(ConfigFault);
	expect(() => readFileSync(join(dataDir, 'secret'))).toThrow('ENOENT');
});

test('whatever stands in a variable, the outcome is a configuration or a list of faults naming it', () => {
	const dataDir = folder();
	const names = [
		'PORT',
		'HOST',
		'ORIGIN',
		'MODE',
		'TZ',
		'TRUSTED_PROXIES',
		'ALLOW_PRIVATE_TARGETS',
		'WORKER_MAX_RIPS'
	];
	fc.assert(
		fc.property(fc.constantFrom(...names), fc.string(), (name, value) => {
			try {
				readConfig({ DATA_DIR: dataDir, [name]: value });
			} catch (error) {
				expect(error).toBeInstanceOf(ConfigFault);
				for (const fault of (error as ConfigFault).faults) expect(fault.startsWith(`${name}: `)).toBe(true);
			}
		})
	);
});
