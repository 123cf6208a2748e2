import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { invalid, notFound } from '#server/platform/errors.ts';
import { logFileName } from '#server/platform/log/rolling-file.ts';
import { linesBackwards } from './lines-backwards.ts';
import { isAtLeast, readEntry } from './log-entry.ts';
import type { LogEntry, LogLevel } from './log-entry.ts';

export interface LogQuery {
	/** This level and graver ones. */
	level?: LogLevel | undefined;
	/** Words that must stand somewhere in the line. */
	text?: string | undefined;
	limit: number;
	/** `next` of the page before. */
	cursor?: string | undefined;
}

export interface LogPage {
	/** Newest first. */
	items: LogEntry[];
	/** Where to go on; also given when the search was cut short before it found enough. */
	next?: string;
}

export interface LogFile {
	name: string;
	sizeBytes: number;
	changedAt: number;
}

export interface Logs {
	read(query: LogQuery): Promise<LogPage>;
	/** Newest first. */
	files(): Promise<LogFile[]>;
	path(name: string): Promise<string>;
}

/** How much one request reads at most: a rare word must not keep the disk busy for everyone. */
const scanBytes = 32 * 1024 * 1024;

export function createLogs(folder: string): Logs {
	async function files(): Promise<LogFile[]> {
		const names = (await readdir(folder).catch(() => [])).filter((name) => logFileName.test(name));
		const found = await Promise.all(
			names.map(async (name) => {
				const { size, mtimeMs } = await stat(join(folder, name));
				return { name, sizeBytes: size, changedAt: mtimeMs };
			})
		);
		return found.sort((a, b) => compareNames(b.name, a.name));
	}

	return {
		files,
		async path(name) {
			if (!(await files()).some((file) => file.name === name)) throw notFound('log file', name);
			return join(folder, name);
		},
		async read({ level, text, limit, cursor }) {
			const wanted = matcher({ level, text });
			const items: LogEntry[] = [];
			let budget = scanBytes;
			for (const { name, end } of startingAt(await files(), cursor)) {
				for await (const { line, start, bytes } of linesBackwards(join(folder, name), end)) {
					budget -= bytes;
					const entry = wanted(line) ? readEntry(line, `${name}:${start}`) : undefined;
					if (entry) items.push(entry);
					if (items.length === limit || budget <= 0) return { items, next: `${name}:${start}` };
				}
			}
			return { items };
		}
	};
}

function matcher({ level, text }: Pick<LogQuery, 'level' | 'text'>): (line: string) => boolean {
	const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
	return (line) => {
		if (level && !isAtLeast(line, level)) return false;
		if (words.length === 0) return true;
		const lower = line.toLowerCase();
		return words.every((word) => lower.includes(word));
	};
}

/** The files from the cursor's on, older ones after it; `end` is where reading backwards begins. */
function startingAt(files: LogFile[], cursor: string | undefined): { name: string; end?: number }[] {
	if (cursor === undefined) return files;
	const [, name = '', offset = ''] = /^(.+):(\d+)$/.exec(cursor) ?? [];
	if (!logFileName.test(name)) throw invalid('The cursor is not valid. Start again without one.');
	return files
		.filter((file) => compareNames(file.name, name) <= 0)
		.map((file) => (file.name === name ? { name, end: Number(offset) } : { name: file.name }));
}

/** `bijou.2026-11-21.2.log`: by day, then by number. */
const compareNames = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
