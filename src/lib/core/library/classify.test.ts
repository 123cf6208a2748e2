import { expect, test } from 'vitest';
import { classifyFolder, showFolder } from './classify.ts';
import { extraName, extrasIn } from './extras.ts';
import { readSidecar } from './sidecar.ts';

const movies = (folder: string, ...names: string[]) =>
	classifyFolder({ kind: 'movie', between: folder.split('/').filter(Boolean), names }).files.map(
		({ name, unit, role, part }) => `${name} -> ${unit} ${role}${part === undefined ? '' : part}`
	);

test('versions of a film stay together in its folder', () => {
	expect(
		movies(
			'Amber Sky (2001)',
			'Amber Sky (2001) - 1080p.mkv',
			'Amber Sky (2001) - Directors Cut.mkv',
			'Amber.Sky.2001.2160p.UHD.mkv'
		)
	).toEqual([
		'Amber Sky (2001) - 1080p.mkv -> Amber Sky (2001) main',
		'Amber Sky (2001) - Directors Cut.mkv -> Amber Sky (2001) main',
		'Amber.Sky.2001.2160p.UHD.mkv -> Amber Sky (2001) main'
	]);
});

test('a folder of several films makes one unit each', () => {
	expect(
		movies('Harbour Collection', 'Harbour (1990).mkv', 'Harbour 2 (1993).mkv', 'Harbour 3 (1999).mkv')
	).toEqual([
		'Harbour (1990).mkv -> Harbour Collection/Harbour (1990) main',
		'Harbour 2 (1993).mkv -> Harbour Collection/Harbour 2 (1993) main',
		'Harbour 3 (1999).mkv -> Harbour Collection/Harbour 3 (1999) main'
	]);
	expect(movies('', 'Loose One (1971).mkv', 'Loose Two.mkv')).toEqual([
		'Loose One (1971).mkv -> Loose One (1971) main',
		'Loose Two.mkv -> Loose Two main'
	]);
});

test('parts count when they stand at the end and there are two of them', () => {
	expect(movies('Jade (1960)', 'Jade - part1.mkv', 'Jade - part2.mkv', 'Jade-trailer.mkv')).toEqual([
		'Jade - part1.mkv -> Jade (1960) part1',
		'Jade - part2.mkv -> Jade (1960) part2',
		'Jade-trailer.mkv -> Jade (1960) extra'
	]);
	expect(movies('Jade Part 1 (1960)', 'Jade Part 1.mkv')).toEqual([
		'Jade Part 1.mkv -> Jade Part 1 (1960) main'
	]);
	expect(movies('', 'Jade cda.avi', 'Jade cdb.avi')).toEqual([
		'Jade cda.avi -> Jade part1',
		'Jade cdb.avi -> Jade part2'
	]);
	expect(movies('Jade (1960)/Disc 2', 'anything.mkv')).toEqual(['anything.mkv -> Jade (1960) part2']);
});

test('a disc in a folder of its own is a part of the film', () => {
	expect(movies('Films/Jade (1960) (Disc 2)', 'jade.mkv')).toEqual(['jade.mkv -> Films/Jade (1960) part2']);
	expect(movies('Jade - cd 1', 'jade.avi')).toEqual(['jade.avi -> Jade part1']);
	expect(movies('Jade (1960) part1', 'jade.avi')).toEqual(['jade.avi -> Jade (1960) part1']);
	expect(movies('Jade (1960)/Disc 03 (The Making)', 'jade.avi')).toEqual(['jade.avi -> Jade (1960) part3']);
	expect(movies('Jade Part 2', 'jade.mkv')).toEqual(['jade.mkv -> Jade Part 2 main']);
	expect(movies('Jade (1960)/Jade CD1', 'jade.avi')).toEqual(['jade.avi -> Jade (1960) part1']);
});

test.each([
	['Jade Part 1 of 2', 'Jade Part 2 of 2'],
	['Jade (1 of 2)', 'Jade (2 of 2)'],
	['Jade Teil 1', 'Jade Teil 2'],
	['Jade Part I', 'Jade Part II']
])('%s is a part of the film that its folder names', (first, second) => {
	expect(movies('Jade (1960)', `${first}.mkv`, `${second}.mkv`)).toEqual([
		`${first}.mkv -> Jade (1960) part1`,
		`${second}.mkv -> Jade (1960) part2`
	]);
});

test('films that count themselves in a folder without a year are films', () => {
	expect(movies('Jade', 'Jade Part I.mkv', 'Jade Part II.mkv')).toEqual([
		'Jade Part I.mkv -> Jade/Jade Part I main',
		'Jade Part II.mkv -> Jade/Jade Part II main'
	]);
});

test('an extra may bear the name of the film beside it', () => {
	expect(movies('Jade (1960)', 'Jade.mkv', 'Jade Trailer.mkv', 'Jade - Making Of.mkv')).toEqual([
		'Jade.mkv -> Jade (1960) main',
		'Jade Trailer.mkv -> Jade (1960) extra',
		'Jade - Making Of.mkv -> Jade (1960) extra'
	]);
	expect(movies('', 'Jade Trailer.mkv')).toEqual(['Jade Trailer.mkv -> Jade Trailer main']);
});

test('a shelf that is called like a folder of extras holds films', () => {
	expect(movies('Shorts', 'Amber (2001).mkv', 'Jade (1960).mkv')).toEqual([
		'Amber (2001).mkv -> Shorts/Amber (2001) main',
		'Jade (1960).mkv -> Shorts/Jade (1960) main'
	]);
});

test('a number that the episodes begin with is the name of their show', () => {
	const { files } = classifyFolder({
		kind: 'series',
		between: ['Drama', '1923'],
		names: ['1923 S01E01.mkv']
	});
	expect(files[0]?.unit).toBe('Drama/1923');
});

test('a film may bear the name of a shelf', () => {
	expect(movies('Films', 'Films.mkv', 'Films-1080p.mkv')).toEqual([
		'Films.mkv -> Films main',
		'Films-1080p.mkv -> Films main'
	]);
	expect(movies('Films', 'Jade.mkv', 'Onyx.mkv')).toEqual([
		'Jade.mkv -> Films/Jade main',
		'Onyx.mkv -> Films/Onyx main'
	]);
});

test('a DVD or Blu-ray structure counts as a file of its film', () => {
	expect(movies('Jade (1960)', 'VIDEO_TS')).toEqual(['VIDEO_TS -> Jade (1960) main']);
});

test.each([
	['Amber (2001)/Trailers', 'one', 'trailer'],
	['Amber (2001)/Behind the Scenes', 'one', 'behind-the-scenes'],
	['Amber (2001)/Extras/Disc 1', 'one', 'unknown'],
	['Amber (2001)', 'Amber-deletedscene', 'deleted-scene'],
	['Amber (2001)', 'Amber.sample', 'sample'],
	['Amber (2001)', 'sample-amber', 'sample'],
	['Amber (2001)', 'Life in a Trailer', undefined],
	['Amber (2001)', 'Amber.1080p.x264-EXTRA', undefined],
	['Shorts/Amber (2001)', 'Amber', undefined],
	['Amber (2001)/Special Features', 'one', 'unknown'],
	['Amber (2001)/Specials', 'one', 'unknown'],
	['Specials', 'Amber (2001)', undefined]
])('%s/%s is an extra of kind %s', (folder, stem, kind) => {
	expect(extrasIn(folder.split('/')) ?? extraName(stem)).toBe(kind);
});

test.each([
	['Signal/Season 1', 'Signal'],
	['Signal/Specials', 'Signal'],
	['Anime/Signal/Season 02', 'Anime/Signal'],
	['Signal (2010)/Signal.S02.1080p.WEB-GRP', 'Signal (2010)'],
	['Signal (2010)/Season 1/Signal S01E01', 'Signal (2010)'],
	['Signal.S02.1080p.WEB-GRP', 'Signal.S02.1080p.WEB-GRP'],
	['Extras/Season 1', 'Extras'],
	['24/Season 3', '24'],
	['Signal/2', 'Signal'],
	['Signal/02/Bonus', 'Signal'],
	['Kids/24/Season 3', 'Kids/24'],
	['TV/24', 'TV/24'],
	['Signal/2. Staffel', 'Signal'],
	['Signal/第2季', 'Signal'],
	['Signal/2009', 'Signal'],
	['TV/2009', 'TV/2009'],
	['Signal/2009/2009-03', 'Signal'],
	['Signal/1974-1979', 'Signal'],
	['Signal/Series Two', 'Signal'],
	['Signal/第三季', 'Signal'],
	['Signal (1982)/Signal 2', 'Signal (1982)']
])('%s belongs to the show in %s', (folder, show) => {
	expect(showFolder(folder.split('/')).join('/')).toBe(show);
});

test.each([
	['Film.Chinese (Simplified).srt', 'zh-Hans'],
	['Film.cht.ass', 'zh-Hant'],
	['Film.Spanish (Latin America).srt', 'es-419'],
	['Film.Portuguese (Brazil).srt', 'pt-BR'],
	['Film.Portuguese.srt', 'pt']
])('%s is in %s', (name, language) => {
	expect(readSidecar(name, 'Film')).toMatchObject({ language });
	expect(readSidecar(name, 'Film')?.title).toBeUndefined();
});

test('what lies beside a video is read with its language and purpose', () => {
	const { files } = classifyFolder({
		kind: 'series',
		between: ['Signal', 'Season 1'],
		names: [
			'Signal S01E01.mkv',
			'Signal S01E10.mkv',
			'Signal S01E01.pt-BR.sdh.srt',
			'Signal S01E10.nfo',
			'Signal S01E10-thumb.jpg',
			'Signal S01E01.Commentary.mka',
			'stray.srt'
		]
	});
	expect(
		files.map(({ name, sidecars }) => [
			name,
			sidecars.map(({ name: beside, kind, language, isHearingImpaired, title }) => ({
				beside,
				kind,
				language,
				isHearingImpaired,
				title
			}))
		])
	).toEqual([
		[
			'Signal S01E01.mkv',
			[
				{
					beside: 'Signal S01E01.pt-BR.sdh.srt',
					kind: 'subtitle',
					language: 'pt-BR',
					isHearingImpaired: true,
					title: undefined
				},
				{
					beside: 'Signal S01E01.Commentary.mka',
					kind: 'audio',
					language: undefined,
					isHearingImpaired: false,
					title: 'Commentary'
				}
			]
		],
		[
			'Signal S01E10.mkv',
			[
				{
					beside: 'Signal S01E10.nfo',
					kind: 'nfo',
					language: undefined,
					isHearingImpaired: false,
					title: undefined
				},
				{
					beside: 'Signal S01E10-thumb.jpg',
					kind: 'image',
					language: undefined,
					isHearingImpaired: false,
					title: undefined
				}
			]
		]
	]);
});
