// Names a second, the worst 10 kB, and, where BIJOU_CORPORA and BIJOU_PARSE_KIT point to them, the score over a corpus.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parse } from '#core/release/parse.ts';
import type { Figure } from './run.ts';

const titles = [
	'Harbour.Lights',
	'The.Quiet.Pier',
	'Glass.Rooms',
	'Low.Tide',
	'Northern.Letters',
	'The.Last.Ferry',
	'Salt.and.Iron'
];
const numbers = ['S01E08', 'S02E01E02', '2019', 'S03', '1x05', '2018.04.28', 'S04E11.The.Long.Way.Home'];
const languages = ['', '', '', 'German.DL', 'FRENCH', 'iTA.ENG', 'MULTi'];
const pictures = [
	'1080p.WEB-DL.DDP5.1.H.264',
	'720p.HDTV.x264',
	'2160p.UHD.BluRay.REMUX.HDR.HEVC.TrueHD.Atmos.7.1',
	'1080p.BluRay.DTS-HD.MA.5.1.x264',
	'DVDRip.XviD',
	'1080p.NF.WEBRip.AAC2.0.x264'
];
const fansub = [
	'[Moku] Kaze no Michi - {n} (1080p) [A1B2C3D4].mkv',
	'[Moku-Raws] Kaze no Michi S2 - {n}v2 [720p][HEVC][AAC]',
	'[字幕社] 海港之光 / Harbour Lights - {n} [WebRip 1080p HEVC-10bit AAC][简繁内封字幕]'
];

/** Names as indexers offer them, made up; the same list every time. */
function synthetic(amount: number): string[] {
	const out: string[] = [];
	for (let i = 0; i < amount; i++) {
		const pick = <T>(list: T[], step: number): T => list[Math.floor(i / step) % list.length]!;
		if (i % 6 === 5) out.push(pick(fansub, 6).replace('{n}', String((i % 900) + 1).padStart(2, '0')));
		else
			out.push(
				[pick(titles, 1), pick(numbers, 7), pick(languages, 3), pick(pictures, 2)].filter(Boolean).join('.') +
					`-GRP${i % 97}`
			);
	}
	return out;
}

function namesPerSecond(): Figure {
	const names = synthetic(20_000);
	const kinds = ['movie', 'series', undefined] as const;
	let best = 0;
	for (let round = 0; round < 8; round++) {
		const start = performance.now();
		for (let i = 0; i < names.length; i++) parse(names[i]!, { kind: kinds[i % 3] });
		best = Math.max(best, names.length / ((performance.now() - start) / 1000));
	}
	return {
		bench: 'parse.names',
		value: Math.round(best),
		unit: 'names/s',
		detail: 'best of 8 rounds over 20,000 made-up names, one core'
	};
}

const hostile: Record<string, (size: number) => string> = {
	letters: (n) => 'a'.repeat(n),
	'words and dashes': (n) => 'a-'.repeat(n / 2),
	brackets: (n) => '['.repeat(n / 2) + ']'.repeat(n / 2),
	episodes: (n) => 'S01E01 '.repeat(n / 7),
	'episode chain': (n) => `S01${'E01-'.repeat(n / 4)}`,
	numbers: (n) => '12 '.repeat(n / 3),
	lists: (n) => `Season ${'1,2&3-'.repeat(n / 6)}`,
	'known words': (n) => 'German.1080p.'.repeat(n / 13),
	slashes: (n) => 'a/'.repeat(n / 2),
	'other scripts': (n) => '海a'.repeat(n / 2)
};

function worst(size: number): Figure {
	let value = 0;
	let detail = '';
	for (const [name, make] of Object.entries(hostile)) {
		const text = make(size);
		let best = Infinity;
		for (let round = 0; round < 6; round++) {
			const start = performance.now();
			parse(text);
			best = Math.min(best, performance.now() - start);
		}
		if (best > value) [value, detail] = [best, name];
	}
	return { bench: `parse.worst-${size / 1000}kB`, value: +value.toFixed(2), unit: 'ms', detail };
}

/** Runs the scorer of a corpus kit, shows its table and gives the two sums. */
function scores(corpora: string, kit: string): Figure[] {
	const module = join(import.meta.dirname, '../../src/lib/core/release/parse.ts');
	const { stdout, stderr } = spawnSync(
		process.execPath,
		[join(kit, 'run.mjs'), '--dir', corpora, '--module', module],
		{ encoding: 'utf8' }
	);
	process.stderr.write(stdout + stderr);
	const rows = stdout.split('\n').map((line) => line.split('\t'));
	const all = rows.find((row) => row[0] === 'all');
	if (!all) return [];
	return (['fields', 'row'] as const).map((column) => ({
		bench: `parse.${column}`,
		value: +all[rows[0]!.indexOf(column)]!,
		unit: '%',
		detail: corpora
	}));
}

export async function run(): Promise<Figure[]> {
	const { BIJOU_CORPORA: corpora, BIJOU_PARSE_KIT: kit } = process.env;
	return [namesPerSecond(), worst(10_000), worst(100_000), ...(corpora && kit ? scores(corpora, kit) : [])];
}
