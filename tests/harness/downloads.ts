import { createDownloads } from '#server/downloads/module.ts';
import { openIndexers } from './indexers.ts';

/** The downloads of a house of their own, with indexers beside them; nobody looks unless told to. */
export async function openDownloads() {
	const home = await openIndexers();
	const { db, bus, log, settings, providers, indexers } = home;
	const now = () => Date.now() + home.clock.ahead;
	const downloads = createDownloads({ db, bus, log, settings, providers, indexers, now });
	const told: { name: string; fact: unknown }[] = [];
	bus.onAny((name, fact) => told.push({ name, fact }));

	return {
		...home,
		downloads,
		told: (name: string) => told.filter((each) => each.name === name).map(({ fact }) => fact),
		addClient: (
			kind: string,
			settings: Record<string, unknown>,
			more: { name?: string; priority?: number; tags?: string[] } = {}
		) => providers.create('download-client', { kind, name: kind, settings, ...more }).id,
		async [Symbol.asyncDispose]() {
			await downloads.stop?.();
			await home[Symbol.asyncDispose]();
		}
	};
}
