import { SvelteMap } from 'svelte/reactivity';
import { onMount } from 'svelte';
import { invalidate } from '$app/navigation';
import { navigating } from '$app/state';
import { listen } from './connection.ts';

/** Several facts of one action arrive together; the page loads once for all of them. */
const gatherMs = 150;

/** In a component: loads that `depends('bijou:<topic>')` run again when the server says the topic changed. */
export function live(topics: string[]): void {
	onMount(() => {
		let due: string[] = [];
		let timer: ReturnType<typeof setTimeout> | undefined;
		const refresh = () => {
			// Kit gives up a navigation when something is invalidated meanwhile: whoever clicked a link goes first.
			if (navigating.to) {
				timer = setTimeout(refresh, gatherMs);
				return;
			}
			timer = undefined;
			const changed = due;
			due = [];
			for (const topic of changed) void invalidate(`bijou:${topic}`);
		};
		const stops = topics.map((topic) =>
			listen(topic, () => {
				if (!due.includes(topic)) due.push(topic);
				timer ??= setTimeout(refresh, gatherMs);
			})
		);
		return () => {
			clearTimeout(timer);
			for (const stop of stops) stop();
		};
	});
}

export interface LiveProgress {
	/** 0 to 1. */
	fraction: number;
	note?: string;
}

/** In a component: the newest numbers of a progress topic by id, or of the one id that is asked for. */
export function liveProgress<T = LiveProgress>(
	topic: string,
	only?: string | number
): SvelteMap<string | number, T> {
	const progress = new SvelteMap<string | number, T>();
	onMount(() =>
		listen(topic, ({ id, data }) => {
			if (id !== undefined && (only === undefined || only === id)) progress.set(id, data as T);
		})
	);
	return progress;
}
