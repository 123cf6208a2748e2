import { z } from 'zod';
import { defineJob, type JobDefinition } from '#server/platform/jobs.ts';
import type { Collections } from './collections.ts';

export const defineCollectionsJob = (
	collections: Pick<Collections, 'renewDue'>
): JobDefinition<Record<string, never>> =>
	defineJob({
		kind: 'library.collections',
		title: 'See what collections have in them',
		lane: 'default',
		payload: z.strictObject({}),
		dedupe: () => 'all',
		run: (_, { signal, progress }) => collections.renewDue(signal, progress)
	});
