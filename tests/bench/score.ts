import { readFileSync, readdirSync } from 'node:fs';
import { createFormatMatcher } from '#core/formats/format-matcher.ts';
import { type Format, format } from '#core/formats/format.ts';
import { profile } from '#core/formats/profile.ts';
import { readDefinition } from '#core/formats/read-definition.ts';
import { score } from '#core/formats/score.ts';
import type { Subject } from '#core/formats/traits.ts';
import { parse } from '#core/release/parse.ts';

const formatCount = 150;
const releaseCount = 20_000;

/** The formats that ship, filled up with tiers of thirty group names and look-around patterns as guides have them. */
function manyFormats(): Format[] {
	const shipped = readdirSync('definitions/formats').flatMap(
		(file) => readDefinition(file, readFileSync(`definitions/formats/${file}`, 'utf8'), format).values
	);
	const made = Array.from({ length: formatCount - shipped.length }, (_, tier) =>
		format.parse({
			id: `made-${tier}`,
			name: `Made ${tier}`,
			scores: { default: tier },
			conditions:
				tier % 3 === 0
					? [
							{
								type: 'title',
								value: `^(?=.*\\b(svc${tier}|alt${tier})\\b)(?!.*\\bsdr\\b).*\\bweb\\b`,
								required: true
							},
							{
								type: 'title',
								value: `(?<=\\b(19|20)\\d\\d\\b.*)\\b(mark${tier}|x26${tier % 10})\\b`,
								negate: true
							},
							{ type: 'source', value: 'web-dl' }
						]
					: Array.from({ length: 30 }, (_, at) => ({
							type: 'group' as const,
							value: `^(grp${tier}x${at}|team${at})$`
						}))
		})
	);
	return [...shipped, ...made].slice(0, formatCount);
}

const words = 'the last river house of winter glass silent mountain road dark signal'.split(' ');
const ends = [
	'2160p.WEB-DL.DDP5.1.Atmos.DV.HDR.H.265',
	'1080p.BluRay.REMUX.AVC.DTS-HD.MA.5.1',
	'720p.HDTV.x264',
	'1080p.AMZN.WEB-DL.DDP5.1.H.264',
	'1080p.BluRay.x265.10bit.Hybrid',
	'S02E05.1080p.WEB.h264'
];

function releases(): Subject[] {
	return Array.from({ length: releaseCount }, (_, at) => {
		const title = [0, 1, 2].map((step) => words[(at * 7 + step * (at % 5) + step) % words.length]).join('.');
		const name = `${title}.${1960 + (at % 60)}.${ends[at % ends.length]}-GRP${at % 90}x${at % 30}`;
		return { title: name, parsed: parse(name), sizeBytes: 4e9, originalLanguage: 'en' };
	});
}

export async function run(): Promise<{ bench: string; value: number; unit: string; detail: string }[]> {
	const matcher = createFormatMatcher(manyFormats());
	const wish = profile.parse({
		id: 'b',
		name: 'B',
		qualities: [{ name: 'SDTV' }],
		cutoff: 'SDTV',
		scoreSet: 'default'
	});
	const subjects = releases();
	const rates = [0, 1, 2].map(() => {
		const from = performance.now();
		for (const subject of subjects) score(wish, matcher.match(subject));
		return (subjects.length / (performance.now() - from)) * 1000;
	});
	const value = Math.round(Math.max(...rates));
	return [
		{
			bench: 'score',
			value,
			unit: 'releases/s',
			detail: `${formatCount} formats, ${releaseCount} releases, best of 3`
		}
	];
}
