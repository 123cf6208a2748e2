// Starts the real programs on ports and in folders of their own.
import { spawn } from 'node:child_process';
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../harness/server.ts';

export const user = 'ada';
export const password = 'correct-horse';

export interface Daemon extends AsyncDisposable {
	/** What Bijou is told of it. */
	settings: Record<string, unknown>;
	/** Where it saves to. */
	folder: string;
	output(): string;
}

interface Program {
	command: string;
	args: readonly string[];
	env?: Record<string, string>;
}

const isOpen = (port: number) =>
	new Promise<boolean>((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
		socket.once('connect', () => socket.destroy());
	});

/** Resolves when all ports are open; ends the programs and removes the folder when disposed of. */
async function run(home: string, ports: readonly number[], programs: readonly Program[]) {
	let printed = '';
	const children = programs.map(({ command, args, env }) => {
		const child = spawn(command, args, { cwd: home, env: { PATH: process.env['PATH'], HOME: home, ...env } });
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += text));
		return { child, ended: new Promise((done) => child.on('exit', done)) };
	});
	const stop = async () => {
		for (const { child } of children) child.kill('SIGTERM');
		const killer = setTimeout(() => children.forEach(({ child }) => child.kill('SIGKILL')), 8_000);
		await Promise.all(children.map(({ ended }) => ended));
		clearTimeout(killer);
		rmSync(home, { recursive: true, force: true, maxRetries: 5 });
	};
	for (const deadline = Date.now() + 30_000; ; await new Promise((later) => setTimeout(later, 100))) {
		if ((await Promise.all(ports.map(isOpen))).every(Boolean)) break;
		if (Date.now() < deadline && children.every(({ child }) => child.exitCode === null)) continue;
		await stop();
		throw new Error(`${programs[0]!.command} did not come up:\n${printed}`);
	}
	return { output: () => printed, [Symbol.asyncDispose]: stop };
}

function homeOf(name: string) {
	const home = mkdtempSync(join(tmpdir(), `bijou-${name}-`));
	const folder = join(home, 'done');
	mkdirSync(folder);
	return {
		home,
		folder,
		file: (path: string, text: string) => writeFileSync(join(home, path), text, { mode: 0o600 })
	};
}

export async function startQbittorrent(): Promise<Daemon> {
	const { home, folder } = homeOf('qbittorrent');
	const port = await freePort();
	const salt = randomBytes(16);
	const sealed = `${salt.toString('base64')}:${pbkdf2Sync(password, salt, 100_000, 64, 'sha512').toString('base64')}`;
	const config = join(home, 'profile/qBittorrent/config');
	mkdirSync(config, { recursive: true });
	writeFileSync(
		join(config, 'qBittorrent.conf'),
		`[LegalNotice]
Accepted=true

[BitTorrent]
Session\\DefaultSavePath=${folder}
Session\\DHTEnabled=false
Session\\LSDEnabled=false
Session\\Port=${await freePort()}

[Preferences]
WebUI\\Address=127.0.0.1
WebUI\\Port=${port}
WebUI\\LocalHostAuth=true
WebUI\\Username=${user}
WebUI\\Password_PBKDF2="@ByteArray(${sealed})"
`
	);
	const daemon = await run(
		home,
		[port],
		[{ command: 'qbittorrent-nox', args: [`--profile=${join(home, 'profile')}`] }]
	);
	return { ...daemon, folder, settings: { address: `http://127.0.0.1:${port}`, user, password } };
}

export async function startTransmission(): Promise<Daemon> {
	const { home, folder, file } = homeOf('transmission');
	const port = await freePort();
	file(
		'settings.json',
		JSON.stringify({
			'download-dir': folder,
			'rpc-bind-address': '127.0.0.1',
			'rpc-port': port,
			'rpc-authentication-required': true,
			'rpc-username': user,
			'rpc-password': password,
			'peer-port': await freePort(),
			'dht-enabled': false,
			'lpd-enabled': false,
			'port-forwarding-enabled': false
		})
	);
	const daemon = await run(home, [port], [{ command: 'transmission-daemon', args: ['-f', '-g', home] }]);
	return { ...daemon, folder, settings: { address: `http://127.0.0.1:${port}`, user, password } };
}

/** The daemon and the web interface that speaks for it; its password is the one it comes with. */
export async function startDeluge(): Promise<Daemon> {
	const { home, folder, file } = homeOf('deluge');
	const [port, daemonPort] = [await freePort(), await freePort()];
	const head = '{"file": 1, "format": 1}';
	file('auth', `localclient:${password}:10\n`);
	file(
		'core.conf',
		`${head}${JSON.stringify({ daemon_port: daemonPort, download_location: folder, dht: false, lsd: false, upnp: false, natpmp: false, enabled_plugins: ['Label'], random_port: true })}`
	);
	file(
		'hostlist.conf',
		`{"file": 3, "format": 1}${JSON.stringify({ hosts: [['0123456789abcdef', '127.0.0.1', daemonPort, 'localclient', password]] })}`
	);
	const daemon = await run(
		home,
		[port, daemonPort],
		[
			{ command: 'deluged', args: ['-d', '-c', home, '-i', '127.0.0.1', '-L', 'info'] },
			{ command: 'deluge-web', args: ['-d', '-c', home, '-p', String(port), '-i', '127.0.0.1'] }
		]
	);
	return { ...daemon, folder, settings: { address: `http://127.0.0.1:${port}`, password: 'deluge' } };
}

export async function startAria2(): Promise<Daemon> {
	const { home, folder } = homeOf('aria2');
	const port = await freePort();
	const daemon = await run(
		home,
		[port],
		[
			{
				command: 'aria2c',
				args: [
					'--enable-rpc',
					`--rpc-listen-port=${port}`,
					`--rpc-secret=${password}`,
					`--dir=${folder}`,
					`--listen-port=${await freePort()}`,
					'--enable-dht=false',
					'--bt-enable-lpd=false',
					'--seed-time=60'
				]
			}
		]
	);
	return { ...daemon, folder, settings: { address: `http://127.0.0.1:${port}`, secret: password } };
}

export async function startNzbget(newsPort: number): Promise<Daemon> {
	const { home, folder, file } = homeOf('nzbget');
	const port = await freePort();
	const options = {
		MainDir: home,
		DestDir: folder,
		InterDir: join(home, 'inter'),
		NzbDir: join(home, 'nzb'),
		QueueDir: join(home, 'queue'),
		TempDir: join(home, 'tmp'),
		LockFile: join(home, 'lock'),
		LogFile: join(home, 'log'),
		ControlIP: '127.0.0.1',
		ControlPort: port,
		ControlUsername: user,
		ControlPassword: password,
		'Server1.Active': 'yes',
		'Server1.Level': 0,
		'Server1.Host': '127.0.0.1',
		'Server1.Port': newsPort,
		'Server1.Encryption': 'no',
		'Server1.Connections': 2,
		'Category1.Name': 'bijou',
		ArticleRetries: 0,
		ArticleInterval: 0,
		KeepHistory: 30,
		DiskSpace: 0,
		HealthCheck: 'delete',
		OutputMode: 'log'
	};
	file(
		'nzbget.conf',
		Object.entries(options)
			.map(([key, value]) => `${key}=${value}\n`)
			.join('')
	);
	const daemon = await run(
		home,
		[port],
		[{ command: 'nzbget', args: ['-s', '-c', join(home, 'nzbget.conf')] }]
	);
	return {
		...daemon,
		folder,
		settings: { address: `http://127.0.0.1:${port}`, user, password, category: 'bijou' }
	};
}
