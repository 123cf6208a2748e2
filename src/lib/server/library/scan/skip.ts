const silent = /^(?:\.|@|#recycle$|\$recycle\.bin$|lost\+found$|system volume information$|__macosx$)/i;

const compiled = new Map<string, RegExp>();

/** `*` and `?` as in a shell; without a slash a pattern speaks of names, with one of paths below the root folder. */
function patternOf(pattern: string): RegExp {
	const known = compiled.get(pattern);
	if (known) return known;
	const source = pattern
		.trim()
		.replace(/[.+^${}()|[\]\\]/g, '\\$&')
		.replace(/\*+/g, '.*')
		.replaceAll('?', '.');
	const made = new RegExp(`^${source}$`, 'i');
	compiled.set(pattern, made);
	return made;
}

/** Why an entry is left out; '' for what nobody needs to be told of, undefined for what is read. */
export function skipReason(name: string, folder: string, patterns: readonly string[]): string | undefined {
	if (name === '.ignore') return undefined;
	if (silent.test(name)) return '';
	if (name.includes('\ufffd')) return 'Its name is not valid UTF-8.';
	for (const pattern of patterns) {
		const target = pattern.includes('/') ? `${folder === '' ? '' : `${folder}/`}${name}` : name;
		if (patternOf(pattern).test(target)) return '';
	}
	return undefined;
}
