import type { Db } from '#server/platform/db.ts';
import type { Check, CheckResult } from '#server/platform/module.ts';
import { findProgram } from '#server/platform/process.ts';
import { prepared } from '#server/platform/statements.ts';
import type { ScanReport } from './schema/folders.ts';

interface Row {
	path: string;
	state: string;
	report: string | null;
	freeBytes: number | null;
}

const action = { label: 'Root folders', href: '/settings/root-folders' };
const nearlyFull = 2_000_000_000;

function roots(db: Db): CheckResult {
	const rows = prepared(db, 'SELECT path, state, report, freeBytes FROM root_folders').all() as Row[];
	if (rows.length === 0)
		return {
			state: 'needs-configuration',
			message: 'There is no root folder yet.',
			action: { ...action, label: 'Add a root folder' }
		};
	const bad = rows.filter(({ state }) => state !== 'ready' && state !== 'new');
	if (bad.length > 0) {
		const messages = bad.map(
			({ path, report }) =>
				(report === null ? undefined : (JSON.parse(report) as ScanReport).held) ?? `${path} cannot be used.`
		);
		return { state: 'degraded', message: messages.join(' '), action };
	}
	const full = rows.filter(({ freeBytes }) => freeBytes !== null && freeBytes < nearlyFull);
	if (full.length > 0)
		return {
			state: 'degraded',
			message: 'Nearly full: {folders}.',
			values: { folders: full.map(({ path }) => path).join(', ') },
			action
		};
	return {
		state: 'ready',
		message: '{count} {count|root folder is|root folders are} in order.',
		values: { count: rows.length }
	};
}

export const libraryChecks = (db: Db): Check[] => [
	{ name: 'root-folders', title: 'Root folders', run: () => roots(db) },
	{
		name: 'ffprobe',
		title: 'ffprobe',
		run: () =>
			findProgram('ffprobe')
				? { state: 'ready', message: 'Files can be looked into.' }
				: {
						state: 'degraded',
						message:
							'ffprobe is not installed, so nothing is known of picture and sound. Install ffmpeg: apt install ffmpeg'
					}
	}
];
