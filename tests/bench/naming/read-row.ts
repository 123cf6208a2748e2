import { classifyFolder } from '#core/library/classify.ts';
import { fileKind, splitEnding } from '#core/library/file-kinds.ts';
import { discNumber } from '#core/library/parts.ts';
import { readSidecar } from '#core/library/sidecar.ts';
import { titleForm } from '#core/matching/title-form.ts';
import { parsePath } from '#core/release/parse.ts';
import { parseName } from '#core/release/parse-name.ts';
import { seasonOf } from '#core/release/parse-path.ts';
import type { Parsed } from '#core/release/types.ts';
import type { Row } from './row.ts';

/** What is asked, what is expected, what the library says. */
export type Finding = [field: string, wanted: unknown, got: unknown];

const segments = (path: string) =>
	path.split(/[/\\]/).filter((part) => part !== '' && !/^[a-z]:$/i.test(part));
const keyOf = (title: string | null | undefined) => titleForm((title ?? '').replace(/ ?\(\d{4}\)$/, '')).key;
const numberingOf = ({ episodes, absolute }: Parsed) => (episodes.length > 0 ? episodes : absolute);

function* ofSeason(row: Row): Iterable<Finding> {
	const season = seasonOf(segments(row.input), { kind: 'series' });
	yield ['season', row.seasons, season === undefined ? [] : [season]];
}

function* ofNumbers(row: Row): Iterable<Finding> {
	const parsed = parsePath(row.input, { kind: 'series' });
	const numbers = numberingOf(parsed);
	const wanted = row.absolute ?? row.episodes;
	if (wanted)
		yield row.episodesMatch === 'first' ? ['episode', wanted[0], numbers[0]] : ['episodes', wanted, numbers];
	if (row.seasons) yield ['seasons', row.seasons, parsed.seasons];
	if (row.airDate) yield ['airDate', row.airDate, parsed.airDate];
	if (row.endingEpisode === null) yield ['one episode', true, numbers.length < 2];
	else if (row.endingEpisode !== undefined) yield ['last episode', row.endingEpisode, numbers.at(-1)];
	if (row.title) yield ['title', keyOf(row.title), keyOf(parsed.title)];
}

function* ofFilm(row: Row): Iterable<Finding> {
	// Episodes are among the names of which only the title is asked.
	const kind = row.stage === 'cleanString' && parsePath(row.input).kind !== 'movie' ? 'series' : 'movie';
	const parsed = parsePath(row.input, { kind });
	const own = splitEnding(segments(row.input).at(-1)!);
	const stem = fileKind(row.input) ? own.stem : segments(row.input).at(-1)!;
	if (row.cleanStringChanges === false) yield ['title', keyOf(stem), keyOf(parsed.title)];
	if (row.title)
		yield [
			'title',
			keyOf(fileKind(row.title) ? splitEnding(row.title).stem : row.title),
			keyOf(parsed.title)
		];
	if (row.year !== undefined) yield ['year', row.year, parsed.year ?? null];
	if (row.is3d !== undefined) yield ['3D', row.is3d, parsed.is3d];
	if (row.format3d) yield ['3D format', row.format3d, parsed.format3d];
	if (row.stubType) yield ['disc stub', row.stubType, parsed.stubType];
	if (row.isStub === false) yield ['disc stub', undefined, parsed.stubType];
	if (row.container) yield ['container', row.container, parsed.container];
}

function* ofExtra(row: Row): Iterable<Finding> {
	const parts = segments(row.libraryRoot ? row.input.slice(row.libraryRoot.length) : row.input);
	const { files } = classifyFolder({ kind: 'movie', between: parts.slice(0, -1), names: parts.slice(-1) });
	yield ['extra', row.extraType, files[0]?.extraType ?? null];
}

function* ofSidecar(row: Row): Iterable<Finding> {
	const read = readSidecar(row.input, 'My.Video');
	yield ['language', row.languages, read?.language ? [read.language] : []];
	yield ['title', row.subtitleTitle ?? undefined, read?.title];
	for (const flag of ['isDefault', 'isForced', 'isHearingImpaired'] as const)
		yield [flag, row[flag], read?.[flag]];
}

/** No books and no audio books; and a root folder of ours is of films or of series, never of both. */
export const isOurs = (row: Row) =>
	!['book', 'comic', 'audiobook'].includes(row.kind ?? '') && !(row.mixedLibrary && !row.isSeasonFolder);

export function readRow(row: Row): Iterable<Finding> {
	const name = segments(row.input).at(-1) ?? '';
	if (row.isSeasonFolder !== undefined) return ofSeason(row);
	if (row.isMultiDiscFolder !== undefined)
		return [['disc', row.isMultiDiscFolder, discNumber(name) !== undefined]];
	if (row.isExternalAudio !== undefined) return [['audio', row.isExternalAudio, fileKind(name) === 'audio']];
	if (row.isExternalSubtitle !== undefined)
		return [['subtitle', row.isExternalSubtitle, fileKind(name) === 'subtitle']];
	if (row.isForced !== undefined) return ofSidecar(row);
	if (row.titleRaw !== undefined || (row.isDirectory && row.kind === undefined))
		return [['title', keyOf(row.titleRaw ?? row.title), keyOf(parseName(name, { kind: 'series' }).title)]];
	if (
		row.kind === 'episode' ||
		row.episodes ||
		row.seasons ||
		row.absolute ||
		row.endingEpisode !== undefined
	)
		return ofNumbers(row);
	if (row.extraType !== undefined && row.title === undefined) return ofExtra(row);
	return ofFilm(row);
}
