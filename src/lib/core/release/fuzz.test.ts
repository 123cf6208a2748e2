import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extraType } from './extras.ts';
import { readMusic } from './music.ts';
import { parse } from './parse.ts';
import { readSubtitle } from './subtitle.ts';

const kinds = fc.constantFrom(undefined, 'movie' as const, 'series' as const, 'music' as const);
const pieces = fc.constantFrom(
	...'Harbour|Lights|S01|E02|S01E02|1x05|2019|(2019)|[2019]|1080p|WEB-DL|BluRay|x264|H.264|DDP5.1|AAC|German|FR|EN|sub|-GRP|[Group]|- 05|05v2|01-12|Season 2|Episode 3|Сезон|海港|第05话|PROPER|v2|REMUX|Part|2018.04.28|20180428|.mkv|/|\\|(|)|[|]|{|}|-|_|.| |~|+|&|#|x|e|s|1|10000|of 8'.split(
		'|'
	)
);
const name = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 300 }),
	fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
	fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(' '))
);

test('any text is read without a fault, and marks stay inside it', () => {
	fc.assert(
		fc.property(name, kinds, (text, kind) => {
			const parsed = parse(text, { kind, marks: true });
			expect(parsed.name).toBe(text);
			expect(parsed.episodes.length).toBeLessThan(3000);
			for (const { start, end } of parsed.marks ?? []) {
				expect(start).toBeGreaterThanOrEqual(0);
				expect(end).toBeLessThanOrEqual(text.length);
				expect(start).toBeLessThanOrEqual(end);
			}
			readSubtitle(text);
			readMusic(text);
			extraType(text);
		}),
		{ numRuns: 3000 }
	);
});

test('reading is repeatable: nothing is remembered from one name to the next', () => {
	fc.assert(
		fc.property(name, name, kinds, (first, second, kind) => {
			const before = parse(first, { kind });
			parse(second, { kind });
			expect(parse(first, { kind })).toEqual(before);
		}),
		{ numRuns: 500 }
	);
});

const hostile: Record<string, (size: number) => string> = {
	letters: (n) => 'a'.repeat(n),
	digits: (n) => '1'.repeat(n),
	spaces: (n) => `Name${' '.repeat(n)}2019`,
	dots: (n) => `Name${'.'.repeat(n)}1080p`,
	dashes: (n) => '-'.repeat(n),
	'dashes and words': (n) => 'a-'.repeat(n / 2),
	'open brackets': (n) => '['.repeat(n),
	'bracket pairs': (n) => '[a]'.repeat(n / 3),
	'nested brackets': (n) => '('.repeat(n / 2) + ')'.repeat(n / 2),
	episodes: (n) => 'S01E01'.repeat(n / 6),
	'episodes apart': (n) => 'S01E01 '.repeat(n / 7),
	'episode chain': (n) => `S01${'E01-'.repeat(n / 4)}`,
	crosses: (n) => `1${'x1'.repeat(n / 2)}`,
	years: (n) => '2019 '.repeat(n / 5),
	numbers: (n) => '12 '.repeat(n / 3),
	'known words': (n) => '1080p '.repeat(n / 6),
	languages: (n) => 'German.'.repeat(n / 7),
	'sub words': (n) => 'sub.eng.'.repeat(n / 8),
	slashes: (n) => 'a/'.repeat(n / 2),
	'spaced slashes': (n) => 'a / '.repeat(n / 4),
	aka: (n) => 'a aka '.repeat(n / 6),
	han: (n) => '海'.repeat(n),
	'han and latin': (n) => '海a'.repeat(n / 2),
	surrogates: (n) => '\ud800'.repeat(n),
	bidi: (n) => '\u202e\u200f'.repeat(n / 2),
	controls: (n) => '\u0000\u0007'.repeat(n / 2),
	quotes: (n) => "'".repeat(n),
	sites: (n) => 'www.'.repeat(n / 4),
	lists: (n) => `Season ${'1,2&3-'.repeat(n / 6)}`,
	dates: (n) => '2018.04.28.'.repeat(n / 11),
	versions: (n) => 'v2 '.repeat(n / 3),
	editions: (n) => "director's extended ".repeat(n / 20)
};

function cost(text: string): number {
	let best = Infinity;
	for (let i = 0; i < 3; i++) {
		const start = performance.now();
		for (const kind of [undefined, 'series', 'movie'] as const) parse(text, { kind });
		best = Math.min(best, performance.now() - start);
	}
	return best;
}

test.each(Object.keys(hostile))('time grows in line with length: %s', (key) => {
	const make = hostile[key]!;
	cost(make(2000));
	const small = cost(make(12_500));
	const large = cost(make(100_000));
	// eight times the length; a quadratic reader would need sixty-four times the time
	expect(large).toBeLessThan(Math.max(small, 1) * 24 + 50);
});
