import { expect, test } from 'vitest';
import type { ConditionInput } from './condition.ts';
import { FormatFault, createFormatMatcher } from './format-matcher.ts';
import { format } from './format.ts';
import { subjectFixture } from './subject.fixture.ts';

const one = (...conditions: ConditionInput[]) =>
	createFormatMatcher([format.parse({ id: 'f', name: 'F', conditions })]);
const web = { quality: 'WEBDL-1080p', group: 'GRP', languages: ['en'] };
const name = 'A.Film.2011.1080p.WEB-DL-GRP';

test.each<[string, ConditionInput[], boolean]>([
	[
		'one of a type is enough',
		[
			{ type: 'source', value: 'web-dl' },
			{ type: 'source', value: 'bluray' }
		],
		true
	],
	[
		'every type must hold',
		[
			{ type: 'source', value: 'web-dl' },
			{ type: 'resolution', value: 720 }
		],
		false
	],
	[
		'required must hold',
		[
			{ type: 'title', value: 'nope', required: true },
			{ type: 'title', value: 'film' }
		],
		false
	],
	[
		'others may fail beside required',
		[
			{ type: 'title', value: 'film', required: true },
			{ type: 'title', value: 'nope' }
		],
		true
	],
	['negated inverts', [{ type: 'group', value: '^grp$', negate: true }], false],
	[
		'two negated: one is enough',
		[
			{ type: 'title', value: 'film', negate: true },
			{ type: 'title', value: 'x', negate: true }
		],
		true
	],
	['quality gives the source', [{ type: 'source', value: 'bluray-raw' }], false],
	['a language beside the one', [{ type: 'language', value: 'en', except: true }], false],
	['another language than the one', [{ type: 'language', value: 'de', except: true }], true],
	['the original language', [{ type: 'language', value: 'original' }], true],
	['a flag', [{ type: 'flag', value: 'internal' }], true],
	['size above the lower bound', [{ type: 'size', min: 4, max: 8 }], false],
	['size at the upper bound', [{ type: 'size', min: 2, max: 4 }], true],
	['a single year', [{ type: 'year', min: 2011, max: 2011 }], true]
])('%s', (_, conditions, expected) => {
	const subject = subjectFixture(
		name,
		{ ...web, year: 2011 },
		{
			originalLanguage: 'en',
			flags: ['internal'],
			sizeBytes: 4 * 1024 ** 3
		}
	);
	expect(one(...conditions).match(subject)).toHaveLength(expected ? 1 : 0);
});

test('the file name counts as well as the title', () => {
	const matcher = one({ type: 'title', value: '\\bhybrid\\b' });
	expect(matcher.match(subjectFixture('x', {}, { fileName: 'a.hybrid.mkv' }))).toHaveLength(1);
	expect(matcher.match(subjectFixture('x', {}))).toHaveLength(0);
});

test('no group matches nothing, and so everything that is not', () => {
	expect(one({ type: 'group', value: '.' }).match(subjectFixture('x'))).toHaveLength(0);
	expect(one({ type: 'group', value: '.', negate: true }).match(subjectFixture('x'))).toHaveLength(1);
});

test.each([
	['season', { seasons: [1], fullSeason: true }],
	['multi', { seasons: [1], episodes: [1, 2] }],
	['single', { airDate: '2011-02-03' }],
	['unknown', {}]
] as const)('release type %s', (value, parsed) => {
	expect(one({ type: 'release-type', value }).match(subjectFixture('x', parsed as never))).toHaveLength(1);
});

test('a disc remux is raw for Sonarr and still a disc for Radarr', () => {
	const subject = subjectFixture('x', { quality: 'Remux-1080p' });
	const matching = (['bluray', 'bluray-raw', 'bluray-encode'] as const).filter(
		(value) => one({ type: 'source', value }).match(subject).length
	);
	expect(matching).toEqual(['bluray', 'bluray-raw']);
});

test('each condition can be explained', () => {
	const [explained] = one({ type: 'title', value: 'film' }, { type: 'resolution', value: 720 }).explain(
		subjectFixture(name, web)
	);
	expect(explained?.matches).toBe(false);
	expect(explained?.conditions.map(({ holds }) => holds)).toEqual([true, false]);
});

test('a bad pattern is named with its format and place', () => {
	const broken = () => one({ type: 'title', name: 'Bad one', value: 'a(b' });
	expect(broken).toThrow(FormatFault);
	expect(broken).toThrow('"Bad one" of the format "F" cannot be used, at character 2');
});
