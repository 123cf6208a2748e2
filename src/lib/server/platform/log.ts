import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { rollingFile } from './log/rolling-file.ts';
import { prettyStream } from './log-pretty.ts';
import { redact } from './redact.ts';

export type Log = pino.Logger;

export interface LogOptions {
	level: string;
	/** Folder of the rotating files; without it nothing is kept. */
	dir?: string;
	stdout?: boolean;
}

interface Sink {
	write(line: string): unknown;
	end?(): void;
	on?(event: 'error', listener: (error: Error) => void): unknown;
	once?(event: 'close', listener: () => void): unknown;
}

const sinks = new WeakMap<Log, Sink[]>();

/** Streams run in this thread: a transport worker costs some 20 MB. */
export function createLog(options: LogOptions): Log {
	const streams: Sink[] = [];
	if (options.stdout ?? true) {
		streams.push(
			process.stdout.isTTY ? prettyStream(process.stdout) : pino.destination({ fd: 1, sync: false })
		);
	}
	if (options.dir) streams.push(rollingFile(options.dir));
	// A full disk or a closed pipe must not end the program; the other stream still tells.
	for (const stream of streams) stream.on?.('error', () => undefined);

	const log = pino(
		{
			level: options.level,
			base: null,
			hooks: { streamWrite: redact },
			serializers: { err: pino.stdSerializers.errWithCause, error: pino.stdSerializers.errWithCause }
		},
		pino.multistream(streams.map((stream) => ({ level: 'trace', stream })))
	);
	sinks.set(log, streams);
	return log;
}

/** Everything logged so far reaches its file before this resolves; the log is not used afterwards. */
export async function closeLog(log: Log): Promise<void> {
	const streams = sinks.get(log) ?? [];
	sinks.delete(log);
	await Promise.race([Promise.all(streams.map(finish)), sleep(2000, undefined, { ref: false })]);
}

const finish = (stream: Sink) =>
	new Promise<void>((done) => {
		if (!stream.end || !stream.once) return done();
		stream.once('close', done);
		stream.end();
	});
