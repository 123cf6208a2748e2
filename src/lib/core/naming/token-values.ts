import { languageNames } from './language-tokens.ts';
import type { NameSubject } from './name-subject.ts';
import { cleanTitle, firstCharacter, joinTitles, titleThe, withYear, withoutYear } from './title-forms.ts';

type Value = (subject: NameSubject, format: string) => string | number | undefined;

const pad = (number: number | undefined, format: string): string | undefined =>
	number === undefined ? undefined : String(number).padStart(/^0+$/.test(format) ? format.length : 1, '0');

/** The title itself, or its translation: `{Movie Title:DE}`. */
const titleOf: (subject: NameSubject, format: string) => string = ({ title, translations }, format) =>
	(/^[a-z]{2,3}(?:-[a-z0-9]+)?$/i.test(format) && translations?.[format.toLowerCase()]) || title;

const titleForms: Record<string, (title: string, subject: NameSubject) => string> = {
	title: (title) => title,
	cleantitle: cleanTitle,
	titlethe: titleThe,
	cleantitlethe: (title) => titleThe(cleanTitle(title)),
	titleyear: (title, { year }) => withYear(title, year),
	cleantitleyear: (title, { year }) => withYear(cleanTitle(title), year).replace(/[()]/g, ''),
	titletheyear: (title, { year }) => withYear(titleThe(withoutYear(title)), year),
	cleantitletheyear: (title, { year }) =>
		withYear(titleThe(cleanTitle(withoutYear(title))), year).replace(/[()]/g, ''),
	titlewithoutyear: withoutYear,
	cleantitlewithoutyear: (title) => cleanTitle(withoutYear(title)),
	titlethewithoutyear: (title) => titleThe(withoutYear(title)),
	cleantitlethewithoutyear: (title) => titleThe(cleanTitle(withoutYear(title))),
	titlefirstcharacter: firstCharacter
};

const owners = ['', 'movie', 'series', 'album'];
const titles = Object.entries(titleForms).flatMap(([form, write]) =>
	owners.map((owner): [string, Value] => [
		owner + form,
		(subject, format) => write(titleOf(subject, format), subject)
	])
);

const collections: [string, Value][] = [
	['moviecollection', ({ collection }) => collection],
	['moviecollectionthe', ({ collection }) => collection && titleThe(collection)],
	['moviecleancollection', ({ collection }) => collection && cleanTitle(collection)],
	['moviecleancollectionthe', ({ collection }) => collection && titleThe(cleanTitle(collection))]
];

const revision: Value = ({ proper, repack, real, version = 1 }) =>
	[real ? 'REAL' : '', repack ? 'Repack' : proper ? 'Proper' : version > 1 ? `v${version}` : '']
		.filter(Boolean)
		.join(' ');

const mediaSimple: Value = ({ media }) => [media?.videoCodec, media?.audioCodec].filter(Boolean).join(' ');

/** `{Custom Formats:A,B}` shows only these, `{Custom Formats:-A}` all but that. */
const formats: Value = ({ formats: names = [] }, format) => {
	const wanted = format
		.replace(/^-/, '')
		.split(',')
		.map((name) => name.trim().toLowerCase());
	if (format === '') return names.join(' ');
	return names.filter((name) => wanted.includes(name.toLowerCase()) !== format.startsWith('-')).join(' ');
};

const episodeTitle = ({ episodes = [] }: NameSubject): string =>
	joinTitles(episodes.map(({ title = '' }) => title));

/** Every token, by its name in small letters without spaces and signs. */
export const tokenValues: ReadonlyMap<string, Value> = new Map<string, Value>([
	...titles,
	...collections,
	['movieoriginaltitle', ({ originalTitle }) => originalTitle],
	['moviecleanoriginaltitle', ({ originalTitle }) => originalTitle && cleanTitle(originalTitle)],
	['moviecertification', ({ certification }) => certification],
	['releaseyear', ({ year }) => year],
	['seriesyear', ({ year }) => year],
	['year', ({ year }) => year],
	['season', ({ season }, format) => pad(season, format)],
	['airdate', ({ airDate }) => airDate],
	['episodetitle', episodeTitle],
	['episodecleantitle', (subject) => cleanTitle(episodeTitle(subject))],
	[
		'qualityfull',
		(subject, format) => [subject.quality, revision(subject, format)].filter(Boolean).join(' ')
	],
	['qualitytitle', ({ quality }) => quality],
	['quality', ({ quality }) => quality],
	['qualityproper', revision],
	['qualityreal', ({ real }) => (real ? 'REAL' : undefined)],
	['resolution', ({ quality }) => /\d{3,4}p/.exec(quality ?? '')?.[0]],
	['mediainfosimple', mediaSimple],
	[
		'mediainfofull',
		(subject, format) =>
			[
				mediaSimple(subject, format),
				languageNames(subject.media?.audioLanguages, ''),
				languageNames(subject.media?.subtitleLanguages, '')
			]
				.filter(Boolean)
				.join(' ')
	],
	['mediainfovideocodec', ({ media }) => media?.videoCodec],
	['videocodec', ({ media }) => media?.videoCodec],
	['mediainfovideobitdepth', ({ media }) => media?.bitDepth],
	['mediainfovideodynamicrange', ({ media }) => media?.dynamicRange],
	['mediainfovideodynamicrangetype', ({ media }) => media?.dynamicRangeType],
	['mediainfoaudiocodec', ({ media }) => media?.audioCodec],
	['mediainfoaudiochannels', ({ media }) => media?.audioChannels],
	[
		'mediainfoaudiolanguages',
		({ media }, format) =>
			languageNames(
				media?.audioLanguages?.length === 1 && media.audioLanguages[0] === 'en' ? [] : media?.audioLanguages,
				format
			)
	],
	['mediainfoaudiolanguagesall', ({ media }, format) => languageNames(media?.audioLanguages, format)],
	['mediainfosubtitlelanguages', ({ media }, format) => languageNames(media?.subtitleLanguages, format)],
	['mediainfosubtitlelanguagesall', ({ media }, format) => languageNames(media?.subtitleLanguages, format)],
	['mediainfo3d', ({ media }) => (media?.is3d ? '3D' : undefined)],
	['releasegroup', ({ group }) => group],
	['releasehash', ({ releaseHash }) => releaseHash],
	['editiontags', ({ edition }) => edition],
	['edition', ({ edition }) => edition],
	['customformats', formats],
	[
		'customformat',
		({ formats: names = [] }, format) => names.find((name) => name.toLowerCase() === format.toLowerCase())
	],
	['originaltitle', ({ releaseName, fileName }) => releaseName ?? fileName],
	['originalfilename', ({ fileName }) => fileName],
	['imdbid', ({ ids }) => ids?.imdb],
	['tmdbid', ({ ids }) => ids?.tmdb],
	['tvdbid', ({ ids }) => ids?.tvdb],
	['tvmazeid', ({ ids }) => ids?.tvmaze],
	['artistname', ({ artist }) => artist],
	['artistcleanname', ({ artist }) => artist && cleanTitle(artist)],
	['track', ({ track }, format) => pad(track?.number, format)],
	['tracktitle', ({ track }) => track?.title],
	['trackcleantitle', ({ track }) => track && cleanTitle(track.title)],
	['medium', ({ track }, format) => pad(track?.disc, format)]
]);

/** Free text that may be cut when a name grows too long, the least missed first. */
export const shrinkable: readonly string[] = [...tokenValues.keys()]
	.filter((key) => /title|customformats|collection|artist/.test(key))
	.toSorted((a, b) => rankOf(a) - rankOf(b));

function rankOf(key: string): number {
	return /^(?:episode|track)/.test(key) ? 0 : key === 'customformats' ? 1 : 2;
}
