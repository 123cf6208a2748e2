import type { ExtraType } from '#core/release/types.ts';

/** Folders beside a film or series that hold extras, as Jellyfin, Plex and Kodi name them. */
const folders: Record<string, ExtraType> = {
	trailer: 'trailer',
	trailers: 'trailer',
	sample: 'sample',
	samples: 'sample',
	backdrops: 'theme-video',
	'theme videos': 'theme-video',
	'theme music': 'theme-song',
	'behind the scenes': 'behind-the-scenes',
	behindthescenes: 'behind-the-scenes',
	'deleted scenes': 'deleted-scene',
	deletedscenes: 'deleted-scene',
	interview: 'interview',
	interviews: 'interview',
	scene: 'scene',
	scenes: 'scene',
	short: 'short',
	shorts: 'short',
	clip: 'clip',
	clips: 'clip',
	featurette: 'featurette',
	featurettes: 'featurette',
	'making of': 'behind-the-scenes',
	bts: 'behind-the-scenes',
	deleted: 'deleted-scene',
	outtakes: 'deleted-scene',
	teaser: 'trailer',
	teasers: 'trailer',
	extra: 'unknown',
	extras: 'unknown',
	bonus: 'unknown',
	'bonus features': 'unknown',
	'bonus material': 'unknown',
	bonusmaterial: 'unknown',
	'special features': 'unknown',
	'extra features': 'unknown',
	'bonus disc': 'unknown',
	'bonus disk': 'unknown',
	'bonus dvd': 'unknown',
	supplements: 'unknown',
	other: 'unknown',
	others: 'unknown'
};

const suffixes: Record<string, ExtraType> = {
	scene: 'scene',
	clip: 'clip',
	interview: 'interview',
	behindthescenes: 'behind-the-scenes',
	deleted: 'deleted-scene',
	deletedscene: 'deleted-scene',
	featurette: 'featurette',
	short: 'short',
	extra: 'unknown',
	other: 'unknown'
};

const hyphened =
	/-(scene|clip|interview|behindthescenes|deleted(?:scene)?|featurette|short|extra|other)\d*$/i;
/** A space before the word makes it part of the title, unless a dash stands between. */
const marked = /(?:[-._]|- )(trailer|sample)\d*(?:[-._ ](?:\d{3,4}p|4k|hd))?$/i;
const bare = /^(trailer|sample)\d*$/i;
const sampleInFront = /^sample[-._]/i;

const longestWord = 24;

/** Words that say what a file is where the rest of its name is that of the film beside it. */
const beside =
	/^(.*?)[\s._-]+(trailer|teaser|sample|featurette|interview|making[\s._-]?of|behind[\s._-]the[\s._-]scenes|deleted[\s._-]scenes?)[\s._-]?\d*$/i;
/** Cheap, because it is asked of every name. */
const besideEnd = /(?:er|le|ette|ew|of|scenes?)[\s._-]?\d*$/i;
const besideTypes: readonly [RegExp, ExtraType][] = [
	[/^t/i, 'trailer'],
	[/^s/i, 'sample'],
	[/^f/i, 'featurette'],
	[/^i/i, 'interview'],
	[/^d/i, 'deleted-scene'],
	[/^[mb]/i, 'behind-the-scenes']
];

/** "Film Trailer", "Film - Featurette" beside "Film". */
export function extraBeside(stem: string, films: ReadonlySet<string>): ExtraType | undefined {
	const found = besideEnd.test(stem.slice(-longestWord)) ? beside.exec(stem) : null;
	if (!found || !films.has(found[1]!.toLowerCase())) return undefined;
	return besideTypes.find(([shape]) => shape.test(found[2]!))?.[1];
}

/** What lies in a folder of this name. The specials of a series are episodes, those of a film are extras. */
export function extraFolder(name: string, kind: 'movie' | 'series' = 'series'): ExtraType | undefined {
	const word = name
		.toLowerCase()
		.replace(/[\s._-]+/g, ' ')
		.trim();
	return folders[word] ?? (kind === 'movie' && /^specials?$/.test(word) ? 'unknown' : undefined);
}

/** What a video is besides the film itself, by its name without ending. */
export function extraName(name: string): ExtraType | undefined {
	// All words stand at the end, but for the one in front; a long name is not searched for them.
	const stem = name.length > longestWord && !sampleInFront.test(name) ? name.slice(-longestWord) : name;
	const word = (marked.exec(stem) ?? bare.exec(stem))?.[1];
	if (word) return word.toLowerCase() as ExtraType;
	if (sampleInFront.test(stem)) return 'sample';
	const suffix = hyphened.exec(stem)?.[1];
	// In capitals it is the name of a release group.
	return suffix === undefined || suffix === suffix.toUpperCase() ? undefined : suffixes[suffix.toLowerCase()];
}

/** What everything in a folder is; `between`: the folders from the root folder down to it. */
export function extrasIn(
	between: readonly string[],
	kind: 'movie' | 'series' = 'movie'
): ExtraType | undefined {
	const parent = between.at(-1);
	const above = between.length > 2 ? between.at(-2) : undefined;
	// "Specials" on the shelf itself belongs to no film.
	if (between.length < 2 && parent !== undefined) return extraFolder(parent);
	return (
		(parent === undefined ? undefined : extraFolder(parent, kind)) ??
		(above === undefined ? undefined : extraFolder(above, kind))
	);
}
