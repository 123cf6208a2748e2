import { basename, extname } from 'node:path';
import { isDisc } from '#core/library/disc.ts';
import { episodePath, moviePath, seriesFolder } from '#core/naming/item-paths.ts';
import { renderPath } from '#core/naming/render-path.ts';
import type { NameSubject } from '#core/naming/name-subject.ts';
import type { KnownEpisode } from '#core/library/episode-index.ts';
import type { Db } from '#server/platform/db.ts';
import { fileSubject, itemSubject } from '../change/name-subject.ts';
import type { Naming } from '../change/rename.ts';
import type { ItemKind, SeriesType } from '../schema/folders.ts';
import type { IntakeFile } from './intake-file.ts';

export interface NamedItem {
	kind: ItemKind;
	id: number;
	seriesType: SeriesType;
	/** Its own folder, where there is one already. */
	folder: string | null;
}

/** Where a file belongs below its root folder, and what that makes the item's folder. */
export function nameOf(
	db: Db,
	item: NamedItem,
	file: IntakeFile,
	episodes: readonly KnownEpisode[],
	{ formats, style }: Naming
): { folder: string; path: string } {
	const subject = subjectOf(db, item, file, episodes);
	const options = { style, extension: extname(file.told).toLowerCase() };
	const own =
		item.kind === 'movie'
			? renderPath(formats.movieFolder, subject, { style })
			: seriesFolder(formats, subject, { style });
	const whole =
		item.kind === 'movie'
			? moviePath(formats, subject, options)
			: episodePath(formats, item.seriesType, subject, options);
	const folder = item.folder ?? own;
	const path = `${folder}/${whole.slice(own.length + 1)}`;
	const { part } = file.words;
	if (isDisc(file.told)) {
		// The disc of a film lies in the film's folder, one with episodes in a folder named after them.
		const inner = item.kind === 'movie' ? folder : path;
		return { folder, path: discPath(inner, part, file.told) };
	}
	return { folder, path: part === null ? path : path.replace(/(\.[^./]*)?$/, ` - part${part}$1`) };
}

const discPath = (folder: string, part: number | null, told: string): string =>
	[folder, part === null ? '' : `Disc ${part}`, basename(told).toUpperCase()].filter(Boolean).join('/');

function subjectOf(
	db: Db,
	item: NamedItem,
	{ told, words, probe }: IntakeFile,
	episodes: readonly KnownEpisode[]
): NameSubject {
	const { part, edition, quality, group } = words;
	const row = { id: 0, path: told, role: 'main', part, edition, quality, group, releaseName: null };
	const file = { ...row, probe: probe && JSON.stringify(probe) };
	const read = fileSubject(item.kind, itemSubject(db, item.kind, item.id), file);
	const [first] = episodes;
	return {
		...read,
		quality: read.quality === 'Unknown' ? undefined : read.quality,
		releaseName: words.releaseName ?? read.fileName,
		media: {
			...read.media,
			...(!probe?.audio.some(({ language }) => language) && { audioLanguages: words.languages })
		},
		...(first && {
			season: first.seasonNumber,
			airDate: first.airDate ?? undefined,
			episodes: episodes.map(({ number, absoluteNumber, title }) => ({
				number,
				absolute: absoluteNumber ?? undefined,
				title: title ?? undefined
			}))
		})
	};
}
