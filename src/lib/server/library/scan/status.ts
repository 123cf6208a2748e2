import type { Jobs } from '#server/platform/jobs.ts';
import type { Roots } from '../roots.ts';

const kinds = ['library.scan', 'library.identify', 'library.probe'];

/** What is under way, and how every root folder stood when it was last looked at. */
export function scanStatus(jobs: Jobs, roots: Roots) {
	const underway = kinds.flatMap(
		(kind) => jobs.list({ kind, states: ['queued', 'running'], limit: 100 }).items
	);
	return {
		running: underway.some(({ state }) => state === 'running'),
		jobs: underway.map(({ id, kind, title, state, progress, note }) => ({
			id,
			kind,
			title,
			state,
			progress,
			note
		})),
		roots: roots.list().map(({ id, path, state, scannedAt, fileCount, report }) => ({
			id,
			path,
			state,
			scannedAt,
			fileCount,
			report
		}))
	};
}
