import { z } from 'zod';
import type { Events } from '../events.ts';
import type { Bus } from '../platform/bus.ts';
import { defineJob } from '../platform/jobs.ts';
import type { JobView, Jobs } from '../platform/jobs.ts';
import type { Module } from '../platform/module.ts';
import type { Providers } from '../platform/providers.ts';
import { generalSettings } from '../platform/settings/general.ts';
import type { Settings } from '../platform/settings.ts';
import { createGather } from './gather.ts';
import { failedJobs, health } from './notes.ts';
import type { Told } from './notes.ts';
import { targets } from './registry.ts';
import { occasions } from './target.ts';
import type { Note, NotificationTarget } from './target.ts';

export interface Notifications extends Module {
	/** Tells everyone who wants to know; each delivery is a job of its own. */
	send(note: Told): void;
}

interface Deps {
	bus: Bus<Events>;
	jobs: Jobs;
	providers: Providers;
	settings: Settings;
	/** Failures within this time make one note. */
	gatherMs?: number;
	now?: () => number;
}

const delivery = z.object({
	target: z.number(),
	name: z.string(),
	note: z.object({
		occasion: z.enum(occasions),
		level: z.enum(['good', 'warning', 'problem']),
		house: z.string(),
		title: z.string(),
		body: z.string(),
		link: z.string().optional(),
		at: z.number()
	})
});

const port = 'notification';
const pages: Record<Note['occasion'], string> = {
	'job.failed': '/system/jobs?show=failed',
	'health.worse': '/system/health',
	'health.better': '/system/health'
};

export function createNotifications(deps: Deps): Notifications {
	const { bus, jobs, providers, settings, gatherMs = 5_000, now = Date.now } = deps;
	providers.register(targets, {
		port,
		title: 'Notifications',
		description: 'Where Bijou tells you that something failed or needs attention.'
	});

	const deliver = defineJob({
		kind: 'notifications.deliver',
		title: ({ name, note }) => `Tell ${name}: ${note.title}`,
		lane: 'default',
		payload: delivery,
		attempts: 5,
		async run({ target, note }, { signal }) {
			try {
				await providers.instance<NotificationTarget>(target).send(note as Note, signal);
			} catch (error) {
				if (!signal.aborted) providers.failure(target, error);
				throw error;
			}
			providers.success(target);
		}
	});

	function send(told: Told) {
		const { instanceName, address } = settings.get(generalSettings);
		const link = address && new URL(pages[told.occasion], address).href;
		const note = { ...told, house: instanceName, ...(link && { link }) };
		for (const { id, name, instance } of providers.active<NotificationTarget>(port)) {
			if (!instance.occasions.includes(told.occasion)) continue;
			jobs.add(deliver, { target: id, name, note });
		}
	}

	const failures = createGather<JobView>(gatherMs, (failed) => send(failedJobs(failed, now())));
	const off = [
		bus.on('job.changed', ({ id, kind, state }) => {
			// A note that cannot be delivered must not make another note.
			if (state === 'failed' && kind !== deliver.kind) failures.add(jobs.get(id));
		}),
		bus.on('health.changed', (fact) => send(health(fact, now())))
	];

	return {
		send,
		jobs: [deliver],
		stop() {
			off.forEach((stop) => stop());
			failures.now();
		}
	};
}
