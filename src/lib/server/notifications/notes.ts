import type { JobView } from '../platform/jobs.ts';
import type { Note } from './target.ts';

/** A note before the house puts its name and address to it. */
export type Told = Omit<Note, 'house' | 'link'>;

const listed = 5;

export function failedJobs(jobs: readonly JobView[], now: number): Told {
	const lines = jobs.slice(0, listed).map(({ title, error }) => (error ? `${title}: ${error}` : title));
	const more = jobs.length - lines.length;
	const one = jobs.length === 1;
	return {
		occasion: 'job.failed',
		level: 'problem',
		title: one ? `${jobs[0]!.title} failed` : `${jobs.length} jobs failed`,
		body: one
			? (jobs[0]!.error ?? 'The log tells more.')
			: [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
		at: now
	};
}

interface Health {
	state: string;
	title: string;
	message: string;
}

export function health({ state, title, message }: Health, now: number): Told {
	const well = state === 'ready';
	return {
		occasion: well ? 'health.better' : 'health.worse',
		level: well ? 'good' : 'warning',
		title: well ? `${title} is well again` : `${title} needs attention`,
		body: message,
		at: now
	};
}
