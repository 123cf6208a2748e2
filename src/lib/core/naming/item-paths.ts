import type { NameSubject } from './name-subject.ts';
import { type NamingFormats, type SeriesKind, episodeFormats } from './naming-formats.ts';
import { type PathOptions, renderPath } from './render-path.ts';

/** Where a film's file belongs, below its root folder. */
export function moviePath(formats: NamingFormats, subject: NameSubject, options: PathOptions): string {
	const folder = renderPath(formats.movieFolder, subject, { style: options.style });
	return `${folder}/${renderPath(formats.movieFile, subject, options)}`;
}

export const seriesFolder = (
	formats: NamingFormats,
	subject: NameSubject,
	options: PathOptions = {}
): string => renderPath(formats.seriesFolder, subject, { style: options.style });

/** Season 0 has a folder pattern of its own. */
export const seasonFolder = (
	formats: NamingFormats,
	subject: NameSubject,
	options: PathOptions = {}
): string =>
	renderPath(subject.season === 0 ? formats.specialsFolder : formats.seasonFolder, subject, {
		style: options.style
	});

export function episodePath(
	formats: NamingFormats,
	kind: SeriesKind,
	subject: NameSubject,
	options: PathOptions
): string {
	const file = renderPath(formats[patternFor(kind, subject)], subject, options);
	return [seriesFolder(formats, subject, options), seasonFolder(formats, subject, options), file].join('/');
}

/** An episode without the date or number its series is counted by falls back to season and episode. */
function patternFor(kind: SeriesKind, { airDate, episodes = [] }: NameSubject) {
	const isCounted =
		kind === 'daily' ? airDate !== undefined : episodes.every(({ absolute }) => absolute !== undefined);
	return isCounted ? episodeFormats[kind] : 'episode';
}

export function trackPath(formats: NamingFormats, subject: NameSubject, options: PathOptions): string {
	const folders = [formats.artistFolder, formats.albumFolder].map((pattern) =>
		renderPath(pattern, subject, { style: options.style })
	);
	return [...folders, renderPath(formats.track, subject, options)].join('/');
}
