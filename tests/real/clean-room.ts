import { spawn, spawnSync } from 'node:child_process';
import {
	chmodSync,
	copyFileSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	realpathSync,
	rmSync,
	symlinkSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../src/cli/setup.mjs';

export interface CleanRoom extends Disposable {
	/** Where the room stands, seen from outside. */
	path(inside: string): string;
	/** Runs a shell command inside; throws with what it printed when it fails. */
	sh(command: string, env?: Record<string, string>): string;
	spawn(command: string[], env: Record<string, string>): ReturnType<typeof spawn>;
}

/** Why no room can be made here, if so. */
export function obstacle(): string | undefined {
	if (process.getuid?.() !== 0) return 'only root may make a chroot';
	return spawnSync('debootstrap', ['--version']).status === 0 ? undefined : 'debootstrap is missing';
}

function must(program: string, args: string[], options: object = {}): string {
	const { status, stdout, stderr } = spawnSync(program, args, {
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
		...options
	});
	if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
	return stdout;
}

const basics = {
	PATH: '/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin',
	HOME: '/root',
	LANG: 'C.UTF-8'
};

/** A bare Debian with the packages of an image, and with this machine's Node 24 and npm where the official image has them. */
export function openCleanRoom(suite: string, packages: string[]): CleanRoom {
	const folder = mkdtempSync(join(tmpdir(), 'bijou-image-'));
	chmodSync(folder, 0o755);
	const path = (inside: string) => join(folder, inside);
	const dispose = () => {
		spawnSync('umount', ['--lazy', path('proc')]);
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		must('debootstrap', ['--variant=minbase', `--include=${packages.join(',')}`, suite, folder]);
		must('mount', ['-t', 'proc', 'proc', path('proc')]);
		copyFileSync('/etc/resolv.conf', path('etc/resolv.conf'));
		copyFileSync(realpathSync(process.execPath), path('usr/local/bin/node'));
		const npm = dirname(dirname(realpathSync(must('sh', ['-c', 'command -v npm']).trim())));
		mkdirSync(path('usr/local/lib/node_modules'), { recursive: true });
		cpSync(npm, path('usr/local/lib/node_modules/npm'), { recursive: true });
		symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', path('usr/local/bin/npm'));
	} catch (error) {
		dispose();
		throw error;
	}
	// Certificates that this machine's own network needs are needed inside as well.
	const authorities = process.env['NODE_EXTRA_CA_CERTS'];
	if (authorities) copyFileSync(authorities, path('etc/ssl/host.crt'));
	const own = authorities ? { ...basics, NODE_EXTRA_CA_CERTS: '/etc/ssl/host.crt' } : basics;

	return {
		path,
		sh: (command, env = {}) =>
			must('chroot', [folder, 'sh', '-euc', `cd /app; ${command}`], { env: { ...own, ...env } }),
		spawn: (command, env) =>
			spawn('chroot', [folder, 'sh', '-c', 'cd /app && exec "$@"', 'sh', ...command], {
				cwd: root,
				env: { ...own, ...env }
			}),
		[Symbol.dispose]: dispose
	};
}
