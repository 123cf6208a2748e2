import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { lineWriter } from './log/line-writer.ts';
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
	write(line: string): void;
	end?(): Promise<void>;
}

const sinks = new WeakMap<Log, Sink[]>();

/** Streams run in this thread: a transport worker costs some 20 MB. */
export function createLog(options: LogOptions): Log {
	const streams: Sink[] = [];
	if (options.stdout ?? true) {
		streams.push(process.stdout.isTTY ? prettyStream(process.stdout) : lineWriter(process.stdout.fd));
	}
	if (options.dir) streams.push(rollingFile(options.dir));

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
	await Promise.race([
		Promise.all(streams.map((stream) => stream.end?.())),
		sleep(2000, undefined, { ref: false })
	]);
}
