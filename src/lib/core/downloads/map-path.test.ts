import { expect, test } from 'vitest';
import { mapPath, readMapping } from './map-path.ts';

const mappings = [
	{ remote: '/downloads', local: '/mnt/nas' },
	{ remote: '/downloads/films/', local: '/films/' },
	{ remote: 'D:\\Torrents', local: '/mnt/windows' },
	{ remote: '\\\\nas\\share', local: '/mnt/share' }
];

test.each([
	['/downloads/a.mkv', '/mnt/nas/a.mkv'],
	['/downloads', '/mnt/nas'],
	['/downloads/', '/mnt/nas'],
	['/downloads/films/b/b.mkv', '/films/b/b.mkv'],
	['/downloads-old/a.mkv', '/downloads-old/a.mkv'],
	['/elsewhere/a.mkv', '/elsewhere/a.mkv'],
	['/Downloads/a.mkv', '/Downloads/a.mkv'],
	['d:\\torrents\\Some Film\\a.mkv', '/mnt/windows/Some Film/a.mkv'],
	['\\\\NAS\\share\\x\\y.mkv', '/mnt/share/x/y.mkv']
])('%s lies at %s', (path, expected) => {
	expect(mapPath(path, mappings)).toBe(expected);
});

test('roots can be mapped from and to', () => {
	expect(mapPath('/a/b', [{ remote: '/', local: '/mnt' }])).toBe('/mnt/a/b');
	expect(mapPath('/a/b', [{ remote: '/a', local: '/' }])).toBe('/b');
});

test.each([
	['/downloads => /mnt/nas', { remote: '/downloads', local: '/mnt/nas' }],
	['C:\\x=>/mnt/x', { remote: 'C:\\x', local: '/mnt/x' }],
	['/downloads', undefined],
	['/downloads => ', undefined],
	['=> /mnt', undefined],
	['/a => /b => /c', undefined]
])('reads %j', (line, expected) => {
	expect(readMapping(line)).toEqual(expected);
});
