import { expect, test } from 'vitest';
import { parse } from '#core/release/parse.ts';
import { namePartsOf } from './name-parts-of.ts';
import { renderPath } from './render-path.ts';

const pattern =
	'x {edition-{Edition Tags}}{[Quality Full]}{[MediaInfo VideoDynamicRangeType]}{[MediaInfo AudioCodec}{ MediaInfo AudioChannels]}{[MediaInfo VideoCodec]}{-Release Group}';

test.each([
	[
		'A.Film.2011.2160p.UHD.BluRay.REMUX.DV.HDR10.TrueHD.Atmos.7.1.HEVC-GRP',
		'x [Remux-2160p][DV HDR10][TrueHD Atmos 7.1][h265]-GRP'
	],
	['A.Film.2011.REPACK.1080p.BluRay.DTS.x264-GRP', 'x [Bluray-1080p Repack][DTS][x264]-GRP'],
	['A.Show.S01E02.PROPER.720p.HDTV.x264-GRP', 'x [HDTV-720p Proper][h264]-GRP'],
	['A Film', 'x']
])('%s', (name, expected) => {
	expect(renderPath(pattern, { title: 'A', ...namePartsOf(parse(name)) })).toBe(expected);
});
