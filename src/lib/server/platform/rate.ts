export interface RateLimit {
	/** Counts one use of the key: 0 when it is allowed, else the seconds to wait. */
	take(key: string): number;
	/** Forgets a key, for instance after a successful sign-in. */
	clear(key: string): void;
}

interface RateOptions {
	max: number;
	perSeconds: number;
	/** Bound on remembered keys, so that many addresses cannot fill the memory. */
	maxKeys?: number;
	now?: () => number;
}

/** Token buckets: `max` uses at once, refilled evenly over `perSeconds`. */
export function createRate({ max, perSeconds, maxKeys = 10_000, now = Date.now }: RateOptions): RateLimit {
	const buckets = new Map<string, { tokens: number; at: number }>();
	const perMs = max / (perSeconds * 1000);

	const refilled = (key: string, at: number) => {
		const bucket = buckets.get(key);
		if (!bucket) return max;
		return Math.min(max, bucket.tokens + Math.max(0, at - bucket.at) * perMs);
	};

	return {
		take(key) {
			const at = now();
			const tokens = refilled(key, at);
			const allowed = tokens >= 1;
			// Re-inserting keeps the map in order of last use, so the oldest keys are dropped first.
			buckets.delete(key);
			buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at });
			if (buckets.size > maxKeys) buckets.delete(buckets.keys().next().value!);
			return allowed ? 0 : Math.ceil((1 - tokens) / perMs / 1000);
		},
		clear: (key) => void buckets.delete(key)
	};
}
