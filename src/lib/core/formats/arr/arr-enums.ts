import type { Condition, flagValues, modifierValues, releaseTypes } from '../condition.ts';

/** The two apps whose formats are read and written. Their numbers differ, so every table is kept per app. */
export type ArrApp = 'sonarr' | 'radarr';
type SourceValue = (Condition & { type: 'source' })['value'];
type FlagValue = (typeof flagValues)[number];

/** By number. */
export const arrSources: Record<ArrApp, readonly SourceValue[]> = {
	sonarr: ['unknown', 'tv-encode', 'tv-raw', 'web-dl', 'webrip', 'dvd', 'bluray-encode', 'bluray-raw'],
	radarr: ['unknown', 'cam', 'telesync', 'telecine', 'workprint', 'dvd', 'tv', 'web-dl', 'webrip', 'bluray']
};

export const arrModifiers: readonly (typeof modifierValues)[number][] = [
	'none',
	'regional',
	'screener',
	'rawhd',
	'brdisk',
	'remux'
];

export const arrReleaseTypes: readonly (typeof releaseTypes)[number][] = [
	'unknown',
	'single',
	'multi',
	'season'
];

/** By bit. */
export const arrFlags: Record<ArrApp, readonly FlagValue[]> = {
	sonarr: [
		'freeleech',
		'halfleech',
		'double-upload',
		'internal',
		'scene',
		'freeleech75',
		'freeleech25',
		'nuked',
		'subtitles'
	],
	radarr: [
		'freeleech',
		'halfleech',
		'double-upload',
		'golden',
		'approved',
		'internal',
		'ahd-internal',
		'scene',
		'freeleech75',
		'freeleech25',
		'ahd-user',
		'nuked'
	]
};

const sharedLanguages =
	'und en fr es de it da nl ja is zh ru pl vi sv no fi tr pt nl-BE el ko hu he lt cs'.split(' ');
const fromTwentySix: Record<ArrApp, string> = {
	sonarr: 'ar hi bg ml uk sk th pt-BR es-419 ro lv fa ca hr sr bs et ta id mk sl az uz ms ur rm ka',
	radarr:
		'hi ro th bg pt-BR ar uk fa bn sk lv es-419 ca hr sr bs et ta id te mk sl ml kn sq af mr tl ur rm mn ka'
};

/** By number, as BCP 47 codes. */
const arrLanguages: Record<ArrApp, readonly string[]> = {
	sonarr: [...sharedLanguages, ...fromTwentySix.sonarr.split(' ')],
	radarr: [...sharedLanguages, ...fromTwentySix.radarr.split(' ')]
};

export function languageOfNumber(app: ArrApp, number: number): string | undefined {
	if (number === -2) return 'original';
	if (number === -1) return 'any';
	return arrLanguages[app][number];
}

export function numberOfLanguage(app: ArrApp, language: string): number | undefined {
	if (language === 'original') return -2;
	if (language === 'any') return app === 'radarr' ? -1 : undefined;
	const number = arrLanguages[app].indexOf(language);
	return number < 0 ? undefined : number;
}

const names = new Intl.DisplayNames(['en'], { type: 'language' });
const byName = new Map<string, string>([
	['original', 'original'],
	['any', 'any'],
	['flemish', 'nl-BE'],
	['portuguese (brazil)', 'pt-BR'],
	['spanish (latino)', 'es-419'],
	...Object.values(arrLanguages)
		.flat()
		.map((code): [string, string] => [(names.of(code) ?? code).toLowerCase(), code])
]);

/** By its English name, as guide profiles write it. */
export const languageNamed = (name: string): string | undefined => byName.get(name.toLowerCase());
