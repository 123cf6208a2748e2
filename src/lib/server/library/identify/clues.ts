import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Nfo } from '#core/library/nfo.ts';
import type { Sighting } from '#core/matching/sighting.ts';
import { sightingOf } from '#core/matching/sighting-of.ts';
import type { Parsed } from '#core/release/types.ts';
import type { Workers } from '#server/platform/workers.ts';
import type { ParseRequest } from './parse-paths.worker.ts';
import type { Unit, UnitFile } from './pending.ts';

/** Everything that is known of a unit before anybody is asked. */
export interface Clues {
	files: { file: UnitFile; parsed: Parsed }[];
	nfo: Nfo | undefined;
	sighting: Sighting;
	title: string;
	year: number | undefined;
}

const maxNfoBytes = 1_000_000;
const maxSampled = 40;

export async function readNfo(path: string): Promise<Nfo[]> {
	const file = await open(path, 'r').catch(() => undefined);
	if (!file) return [];
	try {
		if ((await file.stat()).size > maxNfoBytes) return [];
		const { parseNfo } = await import('#core/library/nfo.ts');
		return parseNfo(await file.readFile('utf8'));
	} catch {
		return [];
	} finally {
		await file.close();
	}
}

async function nfoOf(unit: Unit, mains: readonly UnitFile[]): Promise<Nfo | undefined> {
	const beside = mains.slice(0, 3).map(({ path }) => path.replace(/\.[^./]+$/, '.nfo'));
	const inFolder =
		unit.kind === 'series' ? [`${unit.path}/tvshow.nfo`] : [...beside, `${unit.path}/movie.nfo`];
	for (const path of new Set(inFolder)) {
		const found = (await readNfo(join(unit.rootPath, path))).find(({ kind }) => kind === unit.kind);
		if (found) return found;
	}
	return undefined;
}

export async function gatherClues(
	unit: Unit,
	files: readonly UnitFile[],
	workers: Workers,
	signal: AbortSignal
): Promise<Clues> {
	const mains = files.filter(({ role }) => role === 'main' || role === 'part');
	const input: ParseRequest = { kind: unit.kind, paths: [...mains.map(({ path }) => path), unit.path] };
	const answers = await workers.run<ParseRequest, Parsed[]>('parse-paths', input, { signal });
	const own = answers.pop()!;
	const nfo = await nfoOf(unit, mains);
	const sighting = combine(unit, own, answers, nfo, mains);
	return {
		files: mains.map((file, index) => ({ file, parsed: answers[index]! })),
		nfo,
		sighting,
		title: nfo?.title ?? sighting.titles[0] ?? basename(unit.path),
		year: sighting.year
	};
}

/** The folder of a show names it better than its episodes do; a film's file may say more than its folder. */
function combine(
	unit: Unit,
	own: Parsed,
	parsed: readonly Parsed[],
	nfo: Nfo | undefined,
	mains: readonly UnitFile[]
): Sighting {
	const sample = parsed.slice(0, maxSampled);
	const fromFiles = sample.map((each) => sightingOf(each));
	const fromFolder = sightingOf(own);
	const ordered =
		unit.kind === 'series' ? [fromFolder, ...commonest(fromFiles)] : [...fromFiles.slice(0, 3), fromFolder];
	const titles = [nfo?.title, nfo?.originalTitle, ...ordered.flatMap((sighting) => sighting.titles)];
	const pick = <T>(of: (sighting: Sighting) => T | undefined) =>
		ordered.map(of).find((value) => value !== undefined);
	const minutes = mains.reduce(
		(sum, { probe, role }) =>
			sum + (role === 'part' || mains.length === 1 ? (probe?.durationSeconds ?? 0) / 60 : 0),
		0
	);
	return {
		titles: [...new Set(titles.filter((title): title is string => Boolean(title)))].slice(0, 6),
		year: nfo?.year ?? pick(({ year }) => year),
		kind: unit.kind,
		ids: {
			tmdb: nfo?.tmdbId ?? pick(({ ids }) => ids?.tmdb),
			imdb: nfo?.imdbId ?? pick(({ ids }) => ids?.imdb),
			tvdb: nfo?.tvdbId ?? pick(({ ids }) => ids?.tvdb)
		},
		...(unit.kind === 'movie' && minutes > 0 && { runtimeMinutes: minutes })
	};
}

/** Episodes mostly agree on the name of their show; one that does not is not asked. */
function commonest(sightings: readonly Sighting[]): Sighting[] {
	const counts = Map.groupBy(sightings, ({ titles }) => titles[0] ?? '');
	return [...counts.entries()]
		.filter(([title]) => title !== '')
		.sort((a, b) => b[1].length - a[1].length)
		.slice(0, 2)
		.map(([, [first]]) => first!);
}
