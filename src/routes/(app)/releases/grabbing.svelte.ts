import { SvelteSet } from 'svelte/reactivity';
import { goto, invalidate } from '$app/navigation';
import { ApiFault, ask } from '$lib/components/media/library-api.ts';
import type { I18n } from '$lib/i18n/i18n.ts';
import { toast } from '$lib/ui/toast.svelte.ts';
import type { ReleaseLine } from '../../api/search/lines.ts';

export interface GrabWish {
	release: ReleaseLine;
	/** What to fetch; that of the best indexer when absent. */
	from?: string | undefined;
	clientId?: number | undefined;
	/** Also when it is a double. */
	force?: boolean | undefined;
}
/** Why a grab waits for a word of the person. */
export interface Doubt {
	wish: GrabWish;
	kind: 'refused' | 'double' | 'no client';
	reasons: readonly string[];
}
export interface Grabbed {
	id: number;
	title: string;
	hash: string | null;
	state: string;
	progress: number;
}
export type ItemRef = { kind: 'movie' | 'series'; id: number; season?: number; episodeIds?: number[] };

/** Sends releases to a download client, and asks back where that may not be meant. */
export function createGrabbing({ t }: Pick<I18n, 't'>, item: () => ItemRef | undefined) {
	const busy = new SvelteSet<string>();
	let doubt = $state<Doubt>();

	async function send(wish: GrabWish) {
		const { release, from, clientId, force = false } = wish;
		const body = {
			download: from ?? release.download ?? release.grab,
			...(release.sizeBytes !== undefined && { sizeBytes: release.sizeBytes }),
			...(item() && { item: item() }),
			...(clientId !== undefined && { clientId }),
			force
		};
		doubt = undefined;
		busy.add(release.id);
		await ask<{ client: string }>('POST', '/api/download/grab', body)
			.then(
				({ client }) => taken(release, client),
				(error: unknown) => refused(wish, error)
			)
			.finally(() => busy.delete(release.id));
	}
	function taken({ title }: ReleaseLine, client: string) {
		toast(t('{title} went to {client}', { title, client }), {
			tone: 'good',
			action: { label: t('See the queue'), run: () => goto('/activity/queue') }
		});
		return invalidate('bijou:downloads');
	}
	function refused(wish: GrabWish, error: unknown) {
		const message = error instanceof Error ? t(error.message) : String(error);
		const code = error instanceof ApiFault ? error.code : '';
		if (code === 'conflict' && !wish.force) doubt = { wish, kind: 'double', reasons: [message] };
		else if (code === 'needs_configuration') doubt = { wish, kind: 'no client', reasons: [message] };
		else toast(message, { tone: 'bad' });
	}

	return {
		busy,
		get doubt() {
			return doubt;
		},
		/** What the profile refuses is asked back first. */
		grab(wish: GrabWish) {
			const { accepted, reasons } = wish.release;
			if (accepted) return send(wish);
			doubt = { wish, kind: 'refused', reasons: reasons.map((reason) => t(reason)) };
		},
		anyway: ({ wish, kind }: Doubt) => send(kind === 'double' ? { ...wish, force: true } : wish),
		leave: () => void (doubt = undefined)
	};
}
export type Grabbing = ReturnType<typeof createGrabbing>;

/** The newest grab of each release, found by its hash or its name. */
export function grabsBy(grabs: readonly Grabbed[]) {
	const byHash = new Map<string, Grabbed>();
	const byTitle = new Map<string, Grabbed>();
	for (const grab of grabs.toReversed()) {
		if (grab.hash) byHash.set(grab.hash.toLowerCase(), grab);
		byTitle.set(grab.title, grab);
	}
	return ({ infoHash, title }: Pick<ReleaseLine, 'infoHash' | 'title'>): Grabbed | undefined =>
		(infoHash && byHash.get(infoHash.toLowerCase())) || byTitle.get(title);
}
