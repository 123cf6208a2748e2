const kept = new Map<string, unknown>();
const most = 500;

/** Making an Intl format costs a hundred times what using it does; there are few kinds, shared by all requests. */
export function keptFormat<T>(key: string, make: () => T): T {
	const found = kept.get(key) as T | undefined;
	if (found) return found;
	if (kept.size >= most) kept.clear();
	const made = make();
	kept.set(key, made);
	return made;
}
