/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { build, files, version } from '$service-worker';

/** Keeps the shell's own files, never what the house answers: pages and data are always asked for. */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const cacheName = `bijou-${version}`;
const offlinePage = '/offline.html';
const shell = new Set([...build, ...files]);

worker.addEventListener('install', (event) => {
	const store = async () => (await caches.open(cacheName)).addAll([offlinePage, '/favicon.svg']);
	event.waitUntil(store().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
	const tidy = async () => {
		const old = (await caches.keys()).filter((name) => name.startsWith('bijou-') && name !== cacheName);
		await Promise.all(old.map((name) => caches.delete(name)));
		await worker.clients.claim();
	};
	event.waitUntil(tidy());
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
	if (shell.has(url.pathname)) event.respondWith(fromShell(request));
	else if (request.mode === 'navigate') event.respondWith(fetch(request).catch(offline));
});

async function fromShell(request: Request): Promise<Response> {
	const cache = await caches.open(cacheName);
	const kept = await cache.match(request, { ignoreSearch: true });
	if (kept) return kept;
	const answer = await fetch(request);
	if (answer.status === 200) await cache.put(request, answer.clone());
	return answer;
}

async function offline(): Promise<Response> {
	const page = await caches.match(offlinePage);
	return page ?? Response.error();
}
