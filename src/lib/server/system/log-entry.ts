export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface LogEntry {
	/** Its place in the files; stays the same. */
	id: string;
	/** Epoch ms. */
	time: number;
	level: LogLevel;
	message: string;
	/** Stack and causes of an error. */
	error?: string;
	/** Everything else the line says. */
	fields: Record<string, unknown>;
}

const levelOf = (line: string): number => Number(/^\{"level":(\d+)/.exec(line)?.[1] ?? 0);

/** Judged on the raw line, because most lines of a search are thrown away. */
export const isAtLeast = (line: string, level: LogLevel): boolean =>
	levelOf(line) >= (logLevels.indexOf(level) + 1) * 10;

/** A line of the log files; nothing when it was cut by a crash. */
export function readEntry(line: string, id: string): LogEntry | undefined {
	const parsed = parse(line);
	if (!parsed) return undefined;
	const { level, time, msg, err, ...fields } = parsed;
	const error = readError(err);
	const message = typeof msg === 'string' ? msg : (error?.split('\n')[0] ?? '');
	return {
		id,
		time: Number(time),
		level: logLevels[Math.floor(Number(level) / 10) - 1] ?? 'info',
		message,
		...(error && { error }),
		fields
	};
}

function parse(line: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(line);
		return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
	} catch {
		return undefined;
	}
}

function readError(err: unknown): string | undefined {
	if (typeof err !== 'object' || err === null) return undefined;
	const { stack, message, cause } = err as { stack?: string; message?: string; cause?: unknown };
	const text = stack ?? message ?? '';
	const below = readError(cause);
	return below ? `${text}\ncaused by: ${below}` : text;
}
