import type { Log } from '../log.ts';

interface Closable {
	close?: () => unknown;
}

/** Built instances, kept until their provider changes. */
export function createInstances(log: Log) {
	const instances = new Map<number, unknown>();

	async function close(instance: unknown) {
		try {
			await (instance as Closable | undefined)?.close?.();
		} catch (error) {
			log.warn({ err: error }, 'a provider did not close cleanly');
		}
	}
	async function drop(id: number) {
		const instance = instances.get(id);
		instances.delete(id);
		await close(instance);
	}
	return {
		get<T>(id: number, build: () => T): T {
			if (!instances.has(id)) instances.set(id, build());
			return instances.get(id) as T;
		},
		drop,
		close,
		closeAll: () => Promise.all([...instances.keys()].map(drop))
	};
}
