/** .NET counts unnamed groups first and the named after them, whatever their order in the pattern. */
export function collectGroups(pattern: string) {
	const named: string[] = [];
	let unnamed = 0;
	let inClass = false;
	const explicit = /\(\?[imsx]*n/.test(pattern);
	for (let at = 0; at < pattern.length; at++) {
		const char = pattern[at];
		if (char === '\\') at++;
		else if (inClass) inClass = char !== ']';
		else if (char === '[') {
			inClass = true;
			if (pattern[at + 1] === '^') at++;
			if (pattern[at + 1] === ']') at++;
		} else if (char === '(') {
			const name = /^\(\?(?:<(\w+)(?:-\w+)?>|'(\w+)(?:-\w+)?')/.exec(pattern.slice(at));
			if (name) named.push(name[1] ?? name[2]!);
			else if (pattern[at + 1] !== '?' && !explicit) unnamed++;
		}
	}
	const groups = Array.from({ length: unnamed }, (_, index) => ({ id: index + 1, name: String(index + 1) }));
	for (const name of named) {
		if (groups.some((group) => group.name === name)) continue;
		const number = /^\d+$/.test(name) ? Number(name) : Math.max(0, ...groups.map((group) => group.id)) + 1;
		groups.push({ id: number, name });
	}
	const ids = new Map(groups.map((group) => [group.name, group.id]));
	for (const { id } of groups) if (!ids.has(String(id))) ids.set(String(id), id);
	return { groups, idOf: (name: string) => ids.get(name) };
}
