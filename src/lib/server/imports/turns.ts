/** Work that touches the same thing is done one after the other, whoever wants it. */
export function createTurns() {
	const last = new Map<string, Promise<unknown>>();
	return async <T>(key: string, work: () => Promise<T>): Promise<T> => {
		const own = (last.get(key) ?? Promise.resolve()).then(work);
		const settled = own.catch(() => undefined);
		last.set(key, settled);
		try {
			return await own;
		} finally {
			if (last.get(key) === settled) last.delete(key);
		}
	};
}

export type Turns = ReturnType<typeof createTurns>;
