import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { AppError, needsConfiguration } from './errors.ts';
import { createLineSplitter } from './process/lines.ts';
import { createOutput } from './process/output.ts';
import { commandFor, findProgram } from './process/program.ts';

export { findProgram } from './process/program.ts';

const killAfterMs = 3_000;
const defaultOutputBytes = 4 * 1024 * 1024;

export interface SpawnOptions {
	signal?: AbortSignal;
	timeoutMs?: number;
	cwd?: string;
	/** Added to the environment. */
	env?: Record<string, string>;
}

export interface RunOptions extends SpawnOptions {
	stdin?: string | Uint8Array;
	/** Lines as they come, ended by a line feed or, for progress that overwrites itself, a carriage return. */
	onLine?: (line: string, from: 'stdout' | 'stderr') => void;
	/** Past this the program is stopped; with `onLine` the end of the output is kept instead. */
	maxOutputBytes?: number;
}

export interface RunResult {
	/** 128 + signal number when a signal ended it, as a shell says it. */
	code: number;
	stdout: string;
	stderr: string;
}

export interface Tracked {
	child: ChildProcess & { stdout: Readable; stderr: Readable };
	/** Resolves with the exit code; rejects when it was aborted, ran out of time or never started. */
	done: Promise<number>;
	/** Ends the program and all it started: asks first, forces after three seconds. */
	stop(reason: unknown): void;
}

const running = new Set<number>();
process.once('exit', () => running.forEach((group) => signalGroup(group, 'SIGKILL')));

/** Starts a program in a process group of its own, which never outlives the call, the signal or this process. */
export function spawnTracked(program: string, args: readonly string[], options: SpawnOptions = {}): Tracked {
	options.signal?.throwIfAborted();
	const path = findProgram(program);
	if (!path) throw needsConfiguration(`The program ${program} is not installed.`);
	const [command, commandArgs] = commandFor(path, args);
	const child = spawn(command, commandArgs, {
		detached: true,
		stdio: 'pipe',
		windowsHide: true,
		...(options.cwd && { cwd: options.cwd }),
		env: { ...process.env, ...options.env }
	});
	return track(child, { ...options, program });
}

function track(
	child: Tracked['child'],
	{ program, signal, timeoutMs }: SpawnOptions & { program: string }
): Tracked {
	const group = child.pid;
	let stopped: { reason: unknown } | undefined;
	let force: NodeJS.Timeout | undefined;

	const stop = (reason: unknown) => {
		if (stopped || !group) return;
		stopped = { reason };
		signalGroup(group, 'SIGTERM');
		force = setTimeout(() => signalGroup(group, 'SIGKILL'), killAfterMs);
	};
	const onAbort = () => stop(signal?.reason);
	const timeout =
		timeoutMs === undefined ? undefined : setTimeout(() => stop(tooSlow(program, timeoutMs)), timeoutMs);

	if (group) running.add(group);
	signal?.addEventListener('abort', onAbort, { once: true });
	child.stdin?.on('error', () => undefined); // A program may end without reading its input.

	const done = new Promise<number>((resolve, reject) => {
		child.once('error', (cause) =>
			reject(new AppError('program_failed', `${program} did not start.`, { cause }))
		);
		child.once('exit', () => {
			// Whatever it left behind in its group would keep the pipes, and itself, alive.
			if (group) signalGroup(group, 'SIGKILL');
		});
		child.once('close', (code, name) => {
			if (stopped) reject(stopped.reason as Error);
			else resolve(code ?? 128 + (name ? constants.signals[name] : 0));
		});
	}).finally(() => {
		clearTimeout(timeout);
		clearTimeout(force);
		signal?.removeEventListener('abort', onAbort);
		if (group) running.delete(group);
	});
	done.catch(() => undefined); // Who only streams the output does not have to wait for the end.
	return { child, done, stop };
}

/** Runs a program to its end. A code other than 0 is an answer, not a fault. */
export async function run(
	program: string,
	args: readonly string[],
	options: RunOptions = {}
): Promise<RunResult> {
	const { child, done, stop } = spawnTracked(program, args, options);
	const limit = options.maxOutputBytes ?? defaultOutputBytes;
	const onFull = options.onLine ? undefined : () => stop(tooMuch(program, limit));
	const stdout = createOutput(limit, onFull);
	const stderr = createOutput(limit, undefined);
	for (const [name, output] of [
		['stdout', stdout],
		['stderr', stderr]
	] as const) {
		const lines = options.onLine && createLineSplitter((line) => options.onLine!(line, name));
		child[name].on('data', (chunk: Buffer) => {
			output.add(chunk);
			lines?.add(chunk);
		});
		child[name].on('end', () => lines?.end());
	}
	child.stdin?.end(options.stdin);
	return { code: await done, stdout: stdout.text(), stderr: stderr.text() };
}

function signalGroup(group: number, name: NodeJS.Signals): void {
	try {
		process.kill(-group, name);
	} catch {
		// It is gone already.
	}
}

const tooSlow = (program: string, timeoutMs: number) =>
	new AppError('timeout', `${program} did not finish within ${Math.round(timeoutMs / 1000)} s.`, {
		status: 504
	});

const tooMuch = (program: string, limit: number) =>
	new AppError('too_large', `${program} wrote more than ${limit} bytes.`, { status: 502 });
