import { expect, test } from 'vitest';
import { qualityOf } from './quality-of.ts';
import { parsedFixture } from './subject.fixture.ts';

test.each([
	[{ kind: 'music', format: 'FLAC', bitDepth: '24' }, 'FLAC-24'],
	[{ kind: 'music', format: 'FLAC' }, 'FLAC'],
	[{ kind: 'music', format: 'MP3', bitrate: '320' }, 'MP3-320'],
	[{ kind: 'music', format: 'mp3', bitrate: 'V0 VBR' }, 'MP3-V0'],
	[{ kind: 'music' }, 'Unknown'],
	[{ kind: 'movie', quality: 'Bluray-2160p Remux' }, 'Remux-2160p'],
	[{ kind: 'movie', quality: 'Moving-Pictures' }, 'Unknown']
] as const)('%o is %s', (parts, name) => expect(qualityOf(parsedFixture(parts)).name).toBe(name));
