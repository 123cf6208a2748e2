/** Answers that were given before, each as long as nothing has changed since. */
export interface AnswerMemory<T> {
	find(key: string): T | undefined;
	/** `since` is the version under which the making of the answer began. */
	keep(key: string, value: T, options: { since: string; bytes: number; until?: number }): void;
	forget(key: string): void;
}

interface Entry<T> {
	value: T;
	until: number;
	bytes: number;
}

interface AnswerMemoryOptions {
	/** Changes whenever anything that an answer could show has changed. */
	version(): string;
	maxBytes: number;
	now?: () => number;
}

export function createAnswerMemory<T>({
	version,
	maxBytes,
	now = Date.now
}: AnswerMemoryOptions): AnswerMemory<T> {
	const entries = new Map<string, Entry<T>>();
	let of = '';
	let held = 0;

	const drop = (key: string) => {
		held -= entries.get(key)?.bytes ?? 0;
		entries.delete(key);
	};
	const current = () => {
		const is = version();
		if (is !== of) {
			entries.clear();
			held = 0;
			of = is;
		}
		return is;
	};

	return {
		find(key) {
			current();
			const entry = entries.get(key);
			if (entry && entry.until > now()) return entry.value;
			drop(key);
			return undefined;
		},
		keep(key, value, { since, bytes, until = Infinity }) {
			if (current() !== since) return;
			drop(key);
			entries.set(key, { value, until, bytes });
			held += bytes;
			for (const oldest of entries.keys()) {
				if (held <= maxBytes) break;
				drop(oldest);
			}
		},
		forget: drop
	};
}
