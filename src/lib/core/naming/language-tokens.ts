/**
 * "[EN+DE]" for a file's languages. `{MediaInfo AudioLanguages:EN+DE}` shows only these, `:-DE` all but that, and a
 * trailing "+" says that there are more.
 */
export function languageNames(languages: readonly string[] | undefined, format: string): string {
	const all = [...new Set((languages ?? []).map((code) => code.split('-')[0]!.toUpperCase()))];
	const named = format.toUpperCase().split(/[+|]/).filter(Boolean);
	if (named.length === 0) return bracketed(all);
	if (format.startsWith('-')) {
		const hidden = named.map((name) => name.replace(/^-/, ''));
		return bracketed(all.filter((name) => !hidden.includes(name)));
	}
	const shown = all.filter((name) => named.includes(name));
	const more = format.endsWith('+') && shown.length < all.length ? ['…'] : [];
	return bracketed([...shown, ...more]);
}

const bracketed = (names: readonly string[]): string => (names.length === 0 ? '' : `[${names.join('+')}]`);
