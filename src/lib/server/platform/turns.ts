/** Lets so many in at once; the others wait in order until somebody leaves, or until they have waited enough. */
export function createTurns(places: number) {
	let taken = 0;
	const waiting = new Set<() => void>();
	const leave = () => {
		taken--;
		const [next] = waiting;
		if (!next) return;
		waiting.delete(next);
		next();
	};

	/** Resolves with the way to leave again. */
	return async function enter(signal?: AbortSignal): Promise<() => void> {
		signal?.throwIfAborted();
		return new Promise((resolve, reject) => {
			const go = () => {
				signal?.removeEventListener('abort', giveUp);
				taken++;
				resolve(leave);
			};
			const giveUp = () => {
				waiting.delete(go);
				reject(signal!.reason);
			};
			if (taken < places) return go();
			signal?.addEventListener('abort', giveUp, { once: true });
			waiting.add(go);
		});
	};
}
