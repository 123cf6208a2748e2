import { expect, test } from 'vitest';
import { extraType } from './extras.ts';
import { parse } from './parse.ts';

test.each([
	['Quiet Harbour (2019)-trailer.mkv', undefined, 'trailer'],
	['Quiet Harbour/trailers/first.mkv', undefined, 'trailer'],
	['Quiet Harbour/Behind the Scenes/day one.mkv', undefined, 'behind-the-scenes'],
	['Quiet Harbour/deleted scenes/1.mkv', undefined, 'deleted-scene'],
	['Quiet Harbour-featurette.mp4', undefined, 'featurette'],
	['Quiet Harbour/theme.mp3', undefined, 'theme-song'],
	['Quiet Harbour/backdrops/1.mp4', undefined, 'theme-video'],
	['sample.mkv', undefined, 'sample'],
	['The Blood Sample.mkv', undefined, undefined],
	['/films/shorts/Quiet Harbour.mkv', '/films/shorts', undefined]
])('%s', (path, root, expected) => {
	expect(extraType(path, root)).toBe(expected);
});

test('a stub names the disc it stands for', () => {
	expect(parse('Quiet Harbour (2019).bluray.disc')).toMatchObject({
		title: 'Quiet Harbour',
		container: 'disc',
		stubType: 'bluray'
	});
});
