import { expect, test } from 'vitest';
import { parse } from './parse.ts';

test.each([
	[
		'Mara Lindt - Glass Rooms (2004) [FLAC]',
		{ artist: 'Mara Lindt', album: 'Glass Rooms', year: 2004, format: 'FLAC' }
	],
	[
		'Mara_Lindt-Glass_Rooms-CD-FLAC-2004-QRT',
		{ artist: 'Mara Lindt', album: 'Glass Rooms', year: 2004, format: 'FLAC', source: 'cd', group: 'QRT' }
	],
	[
		'Mara Lindt - 2004 - Glass Rooms (320 kbps)',
		{ artist: 'Mara Lindt', album: 'Glass Rooms', year: 2004, format: 'MP3', bitrate: '320 kbps' }
	],
	[
		'[FLAC 24bit 96kHz] Mara Lindt - Glass Rooms (2004)',
		{ artist: 'Mara Lindt', album: 'Glass Rooms', format: 'FLAC', bitrate: '24 bit 96 kHz' }
	],
	['Mara Lindt - Glass Rooms [2004] [MP3 V0]', { album: 'Glass Rooms', format: 'MP3', bitrate: 'V0' }],
	[
		'VA-Harbour_Sounds_Vol_3-2CD-2011-QRT',
		{ artist: 'VA', album: 'Harbour Sounds Vol 3', year: 2011, source: 'cd' }
	]
])('%s', (name, expected) => {
	expect(parse(name, { kind: 'music' })).toMatchObject({ kind: 'music', ...expected });
});

test('without being told, an album is known by speaking of sound only', () => {
	expect(parse('Mara Lindt - Glass Rooms (2004) [FLAC]').kind).toBe('music');
	expect(parse('Quiet Harbour (2019) [1080p] [FLAC]').kind).toBe('movie');
});
