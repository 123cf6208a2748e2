import type { Log } from './log.ts';

export interface Bus<E> {
	/** Returns the way to stop listening. */
	on<K extends keyof E>(name: K, listener: (fact: E[K]) => void): () => void;
	onAny(listener: (name: keyof E, fact: E[keyof E]) => void): () => void;
	emit<K extends keyof E>(name: K, fact: E[K]): void;
}

type Listener = (name: PropertyKey, fact: unknown) => unknown;

export function createBus<E>(log: Log): Bus<E> {
	const byName = new Map<PropertyKey, Set<Listener>>();
	const all = new Set<Listener>();

	const listen = (listeners: Set<Listener>, listener: Listener) => {
		listeners.add(listener);
		return () => void listeners.delete(listener);
	};
	const listenersOf = (name: PropertyKey) => {
		const listeners = byName.get(name) ?? new Set();
		byName.set(name, listeners);
		return listeners;
	};

	// The one who announces a fact must not suffer from those who hear it.
	const tell = async (listener: Listener, name: PropertyKey, fact: unknown) => {
		try {
			await listener(name, fact);
		} catch (error) {
			log.error({ err: error, fact: String(name) }, 'a listener failed');
		}
	};

	return {
		on: (name, listener) => listen(listenersOf(name), (_, fact) => listener(fact as E[typeof name])),
		onAny: (listener) => listen(all, (name, fact) => listener(name as keyof E, fact as E[keyof E])),
		emit(name, fact) {
			for (const listener of [...(byName.get(name) ?? []), ...all]) void tell(listener, name, fact);
		}
	};
}
