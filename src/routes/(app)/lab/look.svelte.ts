import { replaceState } from '$app/navigation';
import type { Comparison } from '#core/decision/judge.ts';
import { addressOf, namesIn, type Asked, type Names } from './names.ts';

export interface Seen extends Comparison {
	left: Pick<Names, 'tooLong' | 'beyond'>;
}

const pauseMs = 120;

/** Asks as one types; only the newest answer counts. */
export function createLook(usual: () => string) {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let current: AbortController | undefined;
	let seen = $state.raw<Seen>();
	let fault = $state<string>();

	async function ask(asked: Asked) {
		current?.abort();
		const own = (current = new AbortController());
		const { names, ...left } = namesIn(asked.text);
		if (names.length === 0) {
			seen = { items: [], ranking: [], left };
			return;
		}
		await fetch('/api/releases/score', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ names, kind: asked.kind, profileId: asked.profileId || usual() }),
			signal: own.signal
		})
			.then((answer) => answer.json() as Promise<Comparison & { error?: { message: string } }>)
			.then((body) => {
				fault = body.error?.message;
				if (!body.error) seen = { ...body, left };
			})
			.catch((error: unknown) => {
				if (!own.signal.aborted) fault = error instanceof Error ? error.message : String(error);
			});
	}

	return {
		get seen() {
			return seen;
		},
		get fault() {
			return fault;
		},
		/** Another page of names was opened. */
		forget() {
			current?.abort();
			clearTimeout(timer);
			seen = undefined;
			fault = undefined;
		},
		again(asked: Asked) {
			clearTimeout(timer);
			timer = setTimeout(() => {
				replaceState(addressOf(asked) ?? '/lab', {});
				void ask(asked);
			}, pauseMs);
		}
	};
}
