interface Flight<T> {
	result: Promise<T>;
	waiting: number;
	ending: AbortController;
}
interface Kept<T> {
	value: T;
	weight: number;
	until: number;
}

interface ShareOptions<T> {
	/** How long an answer is good for. */
	lifeMs(): number;
	/** Together no more than this is kept. */
	mostWeight: number;
	weigh(value: T): number;
	now(): number;
}

/**
 * Who asks the same at the same time shares one answer, and it is kept for a while. The work ends early only when
 * everybody who waits for it has gone.
 */
export function createShare<T>({ lifeMs, mostWeight, weigh, now }: ShareOptions<T>) {
	const flights = new Map<string, Flight<T>>();
	const kept = new Map<string, Kept<T>>();
	let weight = 0;

	function drop(key: string) {
		weight -= kept.get(key)?.weight ?? 0;
		kept.delete(key);
	}
	function keep(key: string, value: T) {
		drop(key);
		const entry = { value, weight: weigh(value), until: now() + lifeMs() };
		kept.set(key, entry);
		weight += entry.weight;
		for (const oldest of kept.keys()) {
			if (weight <= mostWeight || oldest === key) break;
			drop(oldest);
		}
	}
	function peek(key: string): T | undefined {
		const entry = kept.get(key);
		if (!entry) return undefined;
		if (entry.until > now()) return entry.value;
		drop(key);
		return undefined;
	}
	function start(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
		const ending = new AbortController();
		const result = work(ending.signal).then((value) => {
			if (flights.get(key) === flight) keep(key, value);
			return value;
		});
		const flight: Flight<T> = { result, waiting: 0, ending };
		flights.set(key, flight);
		const land = () => flights.get(key) === flight && flights.delete(key);
		result.then(land, land);
		return flight;
	}

	return {
		peek,
		async get(
			key: string,
			signal: AbortSignal | undefined,
			work: (signal: AbortSignal) => Promise<T>
		): Promise<T> {
			const known = peek(key);
			if (known !== undefined) return known;
			signal?.throwIfAborted();
			const flight = flights.get(key) ?? start(key, work);
			flight.waiting++;
			try {
				return await untilAborted(flight.result, signal);
			} finally {
				if (--flight.waiting === 0) flight.ending.abort();
			}
		},
		/** Answers under way still reach those who wait for them. */
		forget(isMeant: (key: string) => boolean) {
			for (const key of [...flights.keys()].filter(isMeant)) flights.delete(key);
			for (const key of [...kept.keys()].filter(isMeant)) drop(key);
		}
	};
}

function untilAborted<T>(result: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (!signal) return result;
	return new Promise((resolve, reject) => {
		const leave = () => reject(signal.reason);
		signal.addEventListener('abort', leave, { once: true });
		result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
	});
}
