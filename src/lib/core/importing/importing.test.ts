import { describe, expect, test } from 'vitest';
import { besideExisting, destinationKey } from './destination-key.ts';
import { readEpisodes, writeEpisodes } from './episode-list.ts';
import { kindOfName } from './kind-of-name.ts';
import { numberInOrder } from './number-in-order.ts';
import { archiveKey, refusalByName, refusalOfExtra } from './refusal.ts';
import { standing, wish } from '#core/decision/decision.fixture.ts';
import { rowStanding, type RowFacts } from './row-standing.ts';
import { sidecarName } from './sidecar-path.ts';
import { versus } from './versus.ts';

test.each([
	['Film.rar', 'archive'],
	['Film.r07', 'archive'],
	['Film.7z.001', 'archive'],
	['Film.mkv.part', 'whole'],
	['Film.mkv.!qB', 'whole']
])('%s is refused: %s', (name, word) => expect(refusalByName(name)?.message).toContain(word));

test.each(['Film.mkv', 'Film.1927.mkv', 'Film', 'Film.nfo'])('%s may be looked at', (name) =>
	expect(refusalByName(name)).toBeUndefined()
);

test('all volumes of an archive are one', () => {
	const keys = ['Film.rar', 'Film.r00', 'film.R12', 'Film.part01.rar', 'Film.zip.001'].map(archiveKey);
	expect(new Set(keys)).toEqual(new Set(['film']));
	expect(archiveKey('Other.rar')).not.toBe('film');
});

test('a person may overrule what a name seems to say, not what a file is', () => {
	expect(refusalOfExtra('trailer').soft).toBe(true);
	expect(refusalByName('Film.rar')?.soft).toBe(false);
});

test.each([
	['1', [1]],
	['1-3, 5', [1, 2, 3, 5]],
	['E04E05', [4, 5]],
	['e01 - e03', [1, 2, 3]],
	['3 1 2', [1, 2, 3]],
	['', []]
])('episodes "%s"', (text, numbers) => expect(readEpisodes(text)).toEqual(numbers));

test.each(['x', '3-1', '1-9999', '1,2,y', '-'])('"%s" names no episodes', (text) =>
	expect(readEpisodes(text)).toBeUndefined()
);

test('episodes are written as they are read', () => {
	expect(writeEpisodes([1, 2, 3, 5])).toBe('1-3, 5');
	expect(readEpisodes(writeEpisodes([7, 8, 12]))).toEqual([7, 8, 12]);
});

test('files are numbered in the order people read', () => {
	const files = [
		{ id: 1, path: 'part 10.avi' },
		{ id: 2, path: 'part 2.avi', holds: 2 },
		{ id: 3, path: 'Part 1.avi' }
	];
	expect([...numberInOrder(files, 4)]).toEqual([
		[3, [4]],
		[2, [5, 6]],
		[1, [7]]
	]);
});

test('paths that differ by case or the way letters are composed are one place', () => {
	expect(destinationKey(1, 'Fe\u0301tes/A.mkv')).toBe(destinationKey(1, 'f\u00e9tes/a.MKV'));
	expect(destinationKey(1, 'a')).not.toBe(destinationKey(2, 'a'));
});

test('a second version gets a name of its own', () => {
	const taken = new Set(['F/F.mkv', 'F/F - DVD.mkv']);
	expect(besideExisting('F/F.mkv', 'Bluray-1080p', (path) => taken.has(path))).toBe('F/F - Bluray-1080p.mkv');
	expect(besideExisting('F/F.mkv', 'DVD', (path) => taken.has(path))).toBe('F/F - 2.mkv');
	expect(besideExisting('F/other.mkv', 'DVD', (path) => taken.has(path))).toBe('F/other.mkv');
});

describe('what stands between a file and the library', () => {
	const fine: RowFacts = { kind: 'series', season: 1, episodes: [2], existing: [], sure: true };
	const worse = { verdict: 'worse', reason: 'It is DVD, there is Bluray-1080p.' } as const;
	const better = { verdict: 'better', reason: 'Bluray-1080p instead of DVD.' } as const;
	test.each<[Partial<RowFacts>, string, boolean]>([
		[{}, 'ready', true],
		[{ kind: 'movie', episodes: [] }, 'ready', true],
		[{ kind: undefined }, 'unknown', false],
		[{ season: undefined }, 'unknown', false],
		[{ season: 0 }, 'ready', true],
		[{ episodes: [] }, 'unknown', false],
		[{ problem: '/films is read-only.' }, 'blocked', false],
		[{ sure: false }, 'unsure', false],
		[{ existing: [better] }, 'ready', true],
		[{ existing: [better, worse] }, 'there', false],
		[{ refusal: { message: 'It is a sample.', soft: true } }, 'refused', false],
		[{ refusal: { message: 'It is a sample.', soft: true }, overruled: true }, 'ready', true],
		[{ refusal: { message: 'It is an archive.', soft: false }, overruled: true }, 'refused', false]
	])('%j', (facts, state, wanted) =>
		expect(rowStanding({ ...fine, ...facts })).toMatchObject({ state, wanted })
	);
});

describe('a file that comes beside one that is there', () => {
	const low = standing({ quality: 'HDTV-720p' });
	test.each([
		['better', low, standing()],
		['worse', standing(), low],
		['same', standing(), standing()],
		['better', standing(), standing({ version: 2 })]
	])('is %s', (verdict, there, coming) => expect(versus(there, coming, wish).verdict).toBe(verdict));
	test('is judged for people as well where the profile itself would not upgrade', () => {
		const frugal = { ...wish, upgrades: false };
		expect(versus(low, standing(), frugal).verdict).toBe('better');
		expect(versus(standing(), low, frugal).verdict).toBe('worse');
	});
});

test.each([
	['bad.name.en.forced.srt', 'Film (1927).en.forced.srt'],
	['2_English.srt', 'Film (1927).en.srt'],
	['bad.name.idx', 'Film (1927).idx'],
	['whatever.srt', 'Film (1927).srt']
])('the subtitle %s becomes %s', (sidecar, name) =>
	expect(sidecarName({ was: 'bad.name.mkv', is: 'Film (1927).mkv' }, sidecar, () => false)).toBe(name)
);

test('two subtitles of one language stay apart', () => {
	const video = { was: 'a.mkv', is: 'Film.mkv' };
	expect(sidecarName(video, '3_English.srt', (name) => name === 'Film.en.srt')).toBe('Film.en.2.srt');
});

test.each<[string, string[], string]>([
	['Metropolis.1927.1080p.BluRay.x264-GRP.mkv', [], 'movie'],
	['Metropolis.1927.mkv', ['incoming'], 'movie'],
	['2001 A Space Odyssey (1968).mkv', [], 'movie'],
	['Show.S01E02.mkv', [], 'series'],
	['Show 1x02.mkv', [], 'series'],
	['Talk.2024.05.06.mkv', [], 'series'],
	['Show.2019.S02E01.mkv', [], 'series'],
	['03.mkv', ['Show', 'Season 2'], 'series'],
	['holiday.avi', [], 'movie'],
	['VIDEO_TS', ['Metropolis (1927)'], 'movie'],
	['BDMV', ['Metropolis (1927)', 'Disc 2'], 'movie'],
	['VIDEO_TS', ['Show', 'Season 2', 'Disc 1'], 'series'],
	['VIDEO_TS', ['Show.S01E01-E04.DVD'], 'series']
])('%s in %j is a %s', (name, folders, kind) => expect(kindOfName(name, folders)).toBe(kind));
