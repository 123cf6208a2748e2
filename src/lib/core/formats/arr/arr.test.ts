import { expect, test } from 'vitest';
import { createFormatMatcher } from '../format-matcher.ts';
import { score } from '../score.ts';
import { subjectFixture } from '../subject.fixture.ts';
import { exportFormat } from './export-format.ts';
import { exportProfile } from './export-profile.ts';
import { importFormat } from './import-format.ts';
import { importGuide } from './import-guide.ts';
import { importProfile } from './import-profile.ts';

const spec = (implementation: string, fields: object, rest: object = {}) => ({
	name: implementation,
	implementation,
	negate: false,
	required: false,
	fields,
	...rest
});

const hex = 'ab12'.repeat(8);

const guideFormat = {
	trash_id: hex.toUpperCase(),
	trash_scores: { default: 40, anime: 5 },
	name: 'Web film',
	includeCustomFormatWhenRenaming: true,
	specifications: [
		spec('ReleaseTitleSpecification', { value: '\\bweb\\b' }, { required: true }),
		spec('SourceSpecification', { value: 7 })
	]
};

test('a guide format is read, keeps its id and matches', () => {
	const { value, faults } = importFormat('radarr', guideFormat);
	expect(faults).toEqual([]);
	expect(value).toMatchObject({ id: `trash-${hex}`, inNames: true, scores: { default: 40 } });
	const subject = subjectFixture('A.2011.WEB', { quality: 'WEBDL-720p' });
	expect(createFormatMatcher([value!]).match(subject)).toHaveLength(1);
});

test('the same number means another source in the other app', () => {
	const value = (app: 'sonarr' | 'radarr') => importFormat(app, guideFormat).value?.conditions[1];
	expect(value('radarr')).toMatchObject({ value: 'web-dl' });
	expect(value('sonarr')).toMatchObject({ value: 'bluray-raw' });
});

test.each(['sonarr', 'radarr'] as const)(
	'what the API of %s answers comes out of the export again',
	(app) => {
		const fields = (value: object) => Object.entries(value).map(([name, entry]) => ({ name, value: entry }));
		const json = {
			name: 'Round trip',
			includeCustomFormatWhenRenaming: false,
			specifications: [
				spec('ReleaseTitleSpecification', fields({ value: 'a|b' })),
				spec('ReleaseGroupSpecification', fields({ value: '^x$' }), { negate: true }),
				spec('SourceSpecification', fields({ value: 6 })),
				spec('ResolutionSpecification', fields({ value: 1080 })),
				spec('LanguageSpecification', fields({ value: 30, exceptLanguage: true })),
				spec('LanguageSpecification', fields({ value: -2, exceptLanguage: false })),
				spec('IndexerFlagSpecification', fields({ value: 32 })),
				spec('SizeSpecification', fields({ min: 1, max: 5 }))
			]
		};
		const { value } = importFormat(app, json);
		expect(exportFormat(app, value!)).toEqual({ value: json, faults: [] });
	}
);

test('a format with a condition nobody knows is refused whole, and says so', () => {
	const json = {
		...guideFormat,
		specifications: [...guideFormat.specifications, spec('MoonPhase', { value: 1 })]
	};
	const { value, faults } = importFormat('radarr', json);
	expect(value).toBeUndefined();
	expect(faults).toEqual(['Web film: "MoonPhase" is of the kind MoonPhase, which is not known.']);
});

test('what an app cannot say is named instead of lost', () => {
	const { value } = importFormat('radarr', {
		...guideFormat,
		specifications: [spec('QualityModifierSpecification', { value: 5 })]
	});
	expect(exportFormat('sonarr', value!).faults).toEqual([
		'Web film: sonarr has no condition for modifier "remux".'
	]);
});

const guideProfile = {
	name: 'Films',
	trash_id: 'p1',
	trash_score_set: 'anime',
	upgradeAllowed: true,
	cutoff: 'WEB',
	minFormatScore: 1,
	cutoffFormatScore: 500,
	minUpgradeFormatScore: 2,
	language: 'Original',
	items: [
		{ name: 'WEB', allowed: true, items: ['WEBDL-1080p', 'WEBRip-1080p'] },
		{ name: 'SDTV', allowed: false }
	],
	formatItems: { 'Web film': hex }
};

test('a whole guide is read, each part by its shape, and scores by its set', () => {
	const guide = importGuide('radarr', [
		{ path: 'cf/a.json', text: JSON.stringify(guideFormat) },
		{ path: 'cf/list.json', text: JSON.stringify([{ ...guideFormat, trash_id: 'word', name: 'Other' }]) },
		{ path: 'profiles/p.json', text: JSON.stringify(guideProfile) },
		{
			path: 'groups/g.json',
			text: JSON.stringify({
				name: 'G',
				trash_id: 'g',
				custom_formats: [{ name: 'Web film', trash_id: hex, required: true }]
			})
		},
		{
			path: 'sizes.json',
			text: JSON.stringify({
				type: 'movie',
				qualities: [{ quality: 'Bluray-1080p Remux', min: 1, preferred: 2, max: 3 }]
			})
		},
		{ path: 'broken.json', text: '{' },
		{ path: 'odd.json', text: '{"a":1}' }
	]);
	expect(guide.formats.map(({ id }) => id)).toEqual([`trash-${hex}`, 'other']);
	expect(guide.groups[0]?.formats).toEqual([{ id: `trash-${hex}`, name: 'Web film', required: true }]);
	expect(guide.sizes[0]?.sizes).toEqual({ 'Remux-1080p': { min: 1, preferred: 2, max: 3 } });
	expect(guide.faults.map((fault) => fault.slice(0, 12))).toEqual(['broken.json:', 'odd.json: ne']);
	const [films] = guide.profiles;
	expect(films).toMatchObject({ cutoff: 'WEB', languages: { wanted: ['original'] }, scoreIncrement: 2 });
	// Only the format the profile lists counts, with the score of its set.
	expect(score(films!, guide.formats).parts.map((part) => part.score)).toEqual([5, 0]);
});

test('a profile from the API is turned round and goes back as it came', () => {
	const json = {
		id: 4,
		name: 'HD',
		upgradeAllowed: true,
		cutoff: 1000,
		minFormatScore: 0,
		cutoffFormatScore: 100,
		minUpgradeFormatScore: 1,
		items: [
			{ quality: { id: 1, name: 'SDTV' }, allowed: false, items: [] },
			{
				id: 1000,
				name: 'WEB',
				allowed: true,
				items: [
					{ quality: { id: 15, name: 'WEBRip-1080p' }, allowed: true, items: [] },
					{ quality: { id: 3, name: 'WEBDL-1080p' }, allowed: true, items: [] }
				]
			}
		],
		formatItems: [{ format: 9, name: 'Web film', score: 40 }],
		language: { id: -2, name: 'Original' }
	};
	const { value } = importProfile('radarr', json);
	expect(value?.qualities[0]).toEqual({
		name: 'WEB',
		allowed: true,
		members: ['WEBDL-1080p', 'WEBRip-1080p']
	});
	expect(value).toMatchObject({ cutoff: 'WEB', scores: { 'web-film': 40 } });
	const { id: _, language, ...expected } = json;
	const format = importFormat('radarr', { ...guideFormat, trash_id: undefined }).value!;
	const ids = {
		qualities: new Map([
			['SDTV', 1],
			['WEBRip-1080p', 15],
			['WEBDL-1080p', 3]
		]),
		formats: new Map([['Web film', 9]])
	};
	expect(exportProfile(value!, [format], ids)).toEqual({ value: expected, faults: [] });
	expect(language.id).toBe(-2);
});
