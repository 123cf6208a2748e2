import { languageRows } from './words/languages.ts';

const byCode = new Map<string, string>();
for (const { code, iso3 } of languageRows) {
	const base = code.split('-')[0]!;
	if (code === base) byCode.set(code, code);
	for (const three of iso3.split('|')) if (three && !byCode.has(three)) byCode.set(three, code);
}
for (const [alias, code] of Object.entries({
	nb: 'no',
	nn: 'no',
	iw: 'he',
	in: 'id',
	mvf: 'mn',
	cmn: 'zh',
	yue: 'zh'
}))
	byCode.set(alias, code);

/** Countries a language tag may name without meaning another variety. */
const countries = new Map<string, string>(
	Object.entries({
		en: 'us gb',
		fr: 'fr',
		de: 'de',
		es: 'es',
		it: 'it',
		pt: 'pt',
		nl: 'nl',
		da: 'dk',
		sv: 'se',
		no: 'no',
		fi: 'fi',
		is: 'is',
		ja: 'jp',
		ko: 'kr',
		zh: 'cn tw hk',
		ru: 'ru',
		uk: 'ua',
		pl: 'pl',
		cs: 'cz',
		sk: 'sk',
		hu: 'hu',
		ro: 'ro',
		bg: 'bg',
		el: 'gr',
		tr: 'tr',
		he: 'il',
		ar: 'ae sa eg',
		fa: 'ir',
		hi: 'in',
		ta: 'in',
		te: 'in',
		ml: 'in',
		kn: 'in',
		bn: 'bd in',
		mr: 'in',
		ur: 'pk',
		th: 'th',
		vi: 'vn',
		id: 'id',
		ms: 'my',
		tl: 'ph',
		lt: 'lt',
		lv: 'lv',
		et: 'ee',
		hr: 'hr',
		sr: 'rs',
		bs: 'ba',
		sl: 'si',
		mk: 'mk',
		sq: 'al',
		ca: 'es',
		ka: 'ge',
		az: 'az',
		uz: 'uz',
		mn: 'mn cyrl',
		rm: 'ch',
		af: 'za'
	})
);
const varieties = new Map<string, string>(
	Object.entries({
		'pt-br': 'pt-BR',
		'es-419': 'es-419',
		'es-mx': 'es-419',
		'nl-be': 'nl-BE'
	})
);

/** BCP-47 code for an ISO 639 code or tag ("eng", "cze", "en-US"); null when it names no language we know. */
export function isoLanguage(code: string): string | null {
	const tag = code.trim().toLowerCase().replace('_', '-');
	const variety = varieties.get(tag);
	if (variety) return variety;
	const [base, region, more] = tag.split('-') as [string, string | undefined, string | undefined];
	const language = byCode.get(base);
	if (!language || more !== undefined) return null;
	return region === undefined || countries.get(language)?.split(' ').includes(region) ? language : null;
}

const byName = new Map<string, string>();
for (const { code, names } of languageRows)
	for (const name of names.split('|')) if (!name.includes(' ')) byName.set(name, code);

/** BCP-47 code for a language's name in many tongues ("English", "Deutsch"), or for its code. */
export function languageNamed(word: string): string | null {
	const low = word.trim().toLowerCase();
	return (
		byName.get(low) ?? isoLanguage(low) ?? (/^[a-z]{2,3}-/.test(low) ? isoLanguage(low.split('-')[0]!) : null)
	);
}
