import { execFile } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import { formatBytes } from '#core/text/bytes.ts';
import type { Config } from '#server/platform/config.ts';

export interface Finding {
	ok: boolean;
	title: string;
	message: string;
}

const programs = [
	{ program: 'ffmpeg', flag: '-version', use: 'playing and converting' },
	{ program: 'ffprobe', flag: '-version', use: 'reading what is in a file' }
];

function firstLine(program: string, flag: string): Promise<string | undefined> {
	return new Promise((done) =>
		execFile(program, [flag], { timeout: 5000 }, (error, stdout) =>
			done(error ? undefined : stdout.split('\n')[0])
		)
	);
}

async function findProgram(
	{ program, flag, use }: (typeof programs)[number],
	env: Config['env']
): Promise<Finding> {
	const path = env[`${program.toUpperCase()}_PATH`] ?? program;
	const version = await firstLine(path, flag);
	return {
		ok: version !== undefined,
		title: program,
		message: version ?? `not found; needed for ${use}. Debian: apt-get install ffmpeg`
	};
}

const enoughBytes = 1024 ** 3;

async function freeSpace({ dataDir }: Config): Promise<Finding> {
	const { bavail, bsize } = await statfs(dataDir);
	const free = bavail * bsize;
	return { ok: free > enoughBytes, title: 'Data folder', message: `${dataDir}, ${formatBytes(free)} free` };
}

/** What the machine lacks, apart from what the running house can say of itself. */
export async function examineMachine(config: Config): Promise<Finding[]> {
	return [
		{ ok: Number(process.versions.node.split('.')[0]) >= 24, title: 'Node', message: process.version },
		await freeSpace(config),
		...(await Promise.all(programs.map((program) => findProgram(program, config.env))))
	];
}
