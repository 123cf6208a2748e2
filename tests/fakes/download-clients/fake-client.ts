import type { FakeReply, FakeRequest, FakeServer } from '../http.ts';

/** States as the suite names them; every fake says them in its own words. */
export const fakeStates = ['queued', 'downloading', 'paused', 'processing', 'completed', 'failed'] as const;
export type FakeState = (typeof fakeStates)[number];

export interface FakeItem {
	id: string;
	state: FakeState;
	name: string;
	category?: string | undefined;
	/** As it was added. */
	paused: boolean;
	content: 'magnet' | 'torrent' | 'nzb';
	sizeBytes: number;
}

export interface FakeClient extends AsyncDisposable {
	server: FakeServer;
	/** With which Bijou gets in. */
	settings: Record<string, unknown>;
	/** What of them is wrong for somebody else. */
	wrong: Record<string, unknown>;
	items: Map<string, FakeItem>;
	removed: { id: string; deleteFiles: boolean }[];
	/** As after a restart: whoever was signed in is not any more. */
	forgetSessions(): void;
	/** Answers in place of the program. */
	intercept?: ((request: FakeRequest) => FakeReply | undefined) | undefined;
}

export const password = 's3cret-pass';
export const user = 'ada';
/** Whole in MiB too: SABnzbd rounds. */
export const sizeBytes = 4768 * 1024 * 1024;
export const doneFolder = '/downloads/done';

export const formOf = (request: FakeRequest): Promise<FormData> =>
	new Response(new Uint8Array(request.body), {
		headers: { 'content-type': request.headers['content-type'] ?? '' }
	}).formData();

export const basic = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
export const hashOfMagnet = (magnet: string): string =>
	/btih:([\da-f]{40})/i.exec(magnet)?.[1]?.toLowerCase() ?? '';
