// Brings a bare checkout to life. Runs under whatever Node is at hand (20 or newer), so it uses nothing but Node itself.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	accessSync,
	constants,
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const at = (...parts) => join(root, ...parts);

/** The Node 24 that npm brought along, or the running one where it is new enough (a container image). */
export function runtime() {
	const bundled = at('node_modules/node/bin/node');
	if (existsSync(bundled)) return bundled;
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	fail(
		'Bijou needs Node 24, which npm brings along, but node_modules/node is missing. Delete node_modules and try again.'
	);
}

export function fail(message) {
	process.stderr.write(`${message}\n`);
	process.exit(1);
}

const say = (message) => process.stdout.write(`${message}\n`);

function stamp(files) {
	const hash = createHash('sha256');
	for (const file of files) hash.update(file).update(readFileSync(at(file)));
	return hash.digest('hex');
}

const readIf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

function npm(...args) {
	const { status } = spawnSync('npm', [...args, '--loglevel=error'], {
		cwd: root,
		stdio: 'inherit',
		shell: process.platform === 'win32'
	});
	if (status !== 0)
		fail(
			'Installing the packages failed; the lines above say why. Check the connection to the npm registry and try again.'
		);
}

/** `npm ci` when the lock file is not the one that node_modules was made from. */
export function install() {
	// An image holds what it needs, and no lock file.
	if (!existsSync(at('package-lock.json'))) return;
	const mark = at('node_modules/.bijou-installed');
	const wanted = stamp(['package-lock.json', 'package.json']);
	if (readIf(mark) === wanted) return;
	say('Installing packages (once) ...');
	npm('ci', '--no-audit', '--no-fund', '--ignore-scripts');
	// The one script that is needed fetches Node for this machine. Others would compile what lies ready in the packages.
	if (existsSync(at('node_modules/node'))) npm('rebuild', 'node', '--ignore-scripts=false');
	writeFileSync(mark, wanted);
}

const isExecutable = (file) => {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
};

export const isOnPath = (program) =>
	(process.env.PATH ?? '').split(delimiter).some((folder) => folder && isExecutable(join(folder, program)));

/** System programs: installed with apt as root on Debian, otherwise named with the command to run. */
export function systemPrograms(packages) {
	const missing = Object.entries(packages).filter(
		([program]) => !process.env[`${program.toUpperCase()}_PATH`] && !isOnPath(program)
	);
	if (missing.length === 0) return [];
	const names = missing.map(([, name]) => name);
	const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
	if (process.getuid?.() !== 0 || !isOnPath('apt-get')) {
		say(`Missing: ${missing.map(([program]) => program).join(', ')}. To install: sudo ${command}`);
		return missing.map(([program]) => program);
	}
	const mark = at('node_modules/.bijou-apt');
	const lastTry = existsSync(mark) ? Date.now() - statSync(mark).mtimeMs : Infinity;
	if (lastTry < 24 * 3_600_000 && readIf(mark) === names.join(' '))
		return missing.map(([program]) => program);
	say(`Installing ${names.join(', ')} ...`);
	const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
	spawnSync('apt-get', ['update', '-qq'], quiet);
	spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], quiet);
	const still = missing.map(([program]) => program).filter((program) => !isOnPath(program));
	if (still.length > 0) {
		writeFileSync(mark, names.join(' '));
		say(`Could not install ${still.join(', ')}; what needs it stays off. By hand: ${command}`);
	}
	return still;
}

function* filesBelow(folder) {
	for (const entry of readdirSync(at(folder), { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) yield* filesBelow(path);
		else if (!/\.test\.ts$/.test(entry.name)) yield path;
	}
}

function sourceStamp() {
	const hash = createHash('sha256');
	const files = [
		...filesBelow('src'),
		...filesBelow('static'),
		...filesBelow('definitions'),
		'package-lock.json',
		'svelte.config.js',
		'vite.config.ts',
		'vite.workers.config.ts'
	];
	for (const file of files) {
		const { size, mtimeMs } = statSync(at(file));
		hash.update(`${file}\0${size}\0${mtimeMs}\n`);
	}
	return hash.digest('hex');
}

/** Builds when a source file changed since the last build. */
export function build() {
	const mark = at('build/.source');
	const wanted = sourceStamp();
	if (readIf(mark) === wanted) return;
	say('Building ...');
	for (const args of [['build'], ['build', '-c', 'vite.workers.config.ts']]) {
		const { status, stdout, stderr } = spawnSync(
			runtime(),
			[at('node_modules/vite/bin/vite.js'), ...args, '--logLevel', 'warn'],
			{
				cwd: root,
				encoding: 'utf8',
				env: { ...process.env, NODE_ENV: 'production' }
			}
		);
		if (status !== 0) fail(`The build failed:\n${stdout}${stderr}`);
	}
	mkdirSync(at('build'), { recursive: true });
	writeFileSync(mark, wanted);
}

/** Runs a program in the foreground: signals go through, the exit code comes back. */
export function foreground(program, args, env = process.env) {
	const child = spawn(program, args, { cwd: root, stdio: 'inherit', env });
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
	const pass = (signal) => child.kill(signal);
	for (const signal of signals) process.on(signal, pass);
	const watch = onceAlone(() => pass('SIGTERM'));
	return new Promise((done) =>
		child.on('exit', (code, signal) => {
			clearInterval(watch);
			for (const name of signals) process.off(name, pass);
			done(code ?? (signal ? 1 : 0));
		})
	);
}

/** npm hands a signal to its shell only, which dies of it and tells nobody. */
function onceAlone(stop) {
	const { ppid: parent, env } = process;
	if (!env.npm_lifecycle_event) return undefined;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		stop();
	}, 500);
	return watch.unref();
}
