import { z } from 'zod';

export const occasions = ['job.failed', 'health.worse', 'health.better'] as const;
export type Occasion = (typeof occasions)[number];

export interface Note {
	occasion: Occasion;
	level: 'good' | 'warning' | 'problem';
	/** The name of the house that speaks. */
	house: string;
	title: string;
	body: string;
	/** A page of ours, when our public address is known. */
	link?: string;
	at: number;
}

/** The port: someone who passes a note on to people. */
export interface NotificationTarget {
	readonly occasions: readonly Occasion[];
	/** Resolves when the other side has taken it. */
	send(note: Note, signal?: AbortSignal): Promise<void>;
}

/** Every kind asks this besides what it needs itself. */
export const commonSettings = {
	occasions: z
		.array(z.enum(occasions))
		.default([...occasions])
		.meta({
			title: 'Tell about',
			labels: {
				'job.failed': 'Jobs that failed',
				'health.worse': 'Something that needs attention',
				'health.better': 'Something that is well again'
			}
		})
};

/** What the test button sends. */
export const greeting = (now: number): Note => ({
	occasion: 'health.better',
	level: 'good',
	house: 'Bijou',
	title: 'Hello from Bijou',
	body: 'If you can read this, notifications arrive here.',
	at: now
});
