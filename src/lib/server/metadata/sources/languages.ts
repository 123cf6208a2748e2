/** What is mostly spoken in a country: `JP` -> `ja`. */
export function languageOf(country: string | undefined): string | undefined {
	if (!country || !/^[A-Za-z]{2}$/.test(country)) return undefined;
	const { language } = new Intl.Locale(`und-${country}`).maximize();
	return language && language !== 'und' ? language : undefined;
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
let codes: Map<string, string> | undefined;

/** The code of a language by its English name: `Japanese` -> `ja`. */
export function codeOf(name: string | undefined): string | undefined {
	if (!name) return undefined;
	if (!codes) {
		const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
		const all = letters.flatMap((first) => letters.map((second) => first + second));
		// Backwards, so that the first code of a name stays: Hebrew is `he`, not the old `iw`.
		codes = new Map(all.toReversed().map((code) => [names.of(code)?.toLowerCase() ?? code, code]));
	}
	return codes.get(name.toLowerCase());
}
