import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createFormatMatcher } from './format-matcher.ts';
import { format } from './format.ts';
import { ladderOf } from './ladder.ts';
import { profile } from './profile.ts';
import { qualityNamed } from './qualities.ts';
import { readDefinition } from './read-definition.ts';
import { score } from './score.ts';
import { subjectFixture } from './subject.fixture.ts';

const folder = (name: string) =>
	readdirSync(`definitions/${name}`).map((file) => ({
		file,
		text: readFileSync(`definitions/${name}/${file}`, 'utf8')
	}));
const formats = folder('formats').map(({ file, text }) => readDefinition(file, text, format));
const profiles = folder('profiles').map(({ file, text }) => readDefinition(file, text, profile));
const allFormats = formats.flatMap(({ values }) => values);
const allProfiles = profiles.flatMap(({ values }) => values);

test('what ships is sound', () => {
	expect([...formats, ...profiles].flatMap(({ faults }) => faults)).toEqual([]);
	expect(allFormats.length).toBeGreaterThan(40);
	const ids = allFormats.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	for (const { name, qualities, scores, cutoff } of allProfiles) {
		const names = qualities.flatMap((entry) => entry.members ?? [entry.name]);
		expect(
			names.filter((member) => !qualityNamed(member)),
			name
		).toEqual([]);
		expect(new Set(names).size, name).toBe(names.length);
		expect(
			qualities.map((entry) => entry.name),
			name
		).toContain(cutoff);
		expect(ids, name).toEqual(expect.arrayContaining(Object.keys(scores)));
	}
});

const matcher = createFormatMatcher(allFormats);
const judged = (id: string, ...of: Parameters<typeof subjectFixture>) => {
	const wish = allProfiles.find((entry) => entry.id === id)!;
	return score(wish, matcher.match(subjectFixture(...of))).total;
};

test('the shipped profiles rank as their names promise', () => {
	const remux = [
		'A.2011.2160p.BluRay.REMUX-G',
		{ quality: 'Remux-2160p', hdr: ['DV', 'HDR10'], audio: ['truehd', 'atmos'], group: 'G' }
	] as const;
	const small = [
		'A.2011.1080p.BluRay.x265-TAoE',
		{ quality: 'Bluray-1080p', codec: 'h265', audio: ['opus'], group: 'TAoE' }
	] as const;
	const cam = ['A.2011.HDCAM-G', { quality: 'CAM', group: 'G' }] as const;
	expect(
		judged('ultra-hd', remux[0], { ...remux[1], hdr: [...remux[1].hdr], audio: [...remux[1].audio] })
	).toBeGreaterThan(judged('ultra-hd', small[0], { ...small[1], audio: [...small[1].audio] }));
	expect(judged('small', small[0], { ...small[1], audio: [...small[1].audio] })).toBeGreaterThan(100);
	for (const { id, minimumScore, medium } of allProfiles) {
		if (medium === 'video') expect(judged(id, cam[0], cam[1]), id).toBeLessThan(minimumScore);
	}
	expect(ladderOf(allProfiles.find(({ id }) => id === 'any')!).allows('Unknown')).toBe(false);
});

test('a fault names its line and what is wrong; sound entries stay', () => {
	const text = `- id: good\n  name: Good\n  conditions: [{ type: title, value: a }]\n- id: bad\n  name: Bad\n  conditions:\n    - { type: titel, value: b }\n`;
	const { values, faults } = readDefinition('x.yml', text, format);
	expect(values.map(({ id }) => id)).toEqual(['good']);
	expect(faults).toMatchObject([
		{ file: 'x.yml', line: 7, message: expect.stringContaining('conditions.0.type') }
	]);
});

test('syntax errors carry their line', () => {
	expect(readDefinition('x.yml', 'a: 1\nb: [1, 2\nc: 3\n', format).faults[0]).toMatchObject({
		line: expect.any(Number),
		message: expect.stringContaining('Not valid YAML')
	});
});

const laughs = [
	'a: &a [x,x,x,x,x,x,x,x,x]',
	...'bcdefghi'
		.split('')
		.map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`)
].join('\n');

test.each([
	['aliases that unfold without end', laughs],
	['endless nesting', '['.repeat(100_000)],
	['nesting by dashes', '- '.repeat(50_000)],
	['a huge file', 'a'.repeat(2_000_000)],
	['control characters', '\u0000\u0001\u0002'],
	['nothing', '']
])('%s is a fault, at once', (_, text) => {
	const from = performance.now();
	const { values, faults } = readDefinition('x.yml', text, format);
	expect(values).toEqual([]);
	expect(faults.length).toBeGreaterThan(0);
	expect(performance.now() - from).toBeLessThan(1000);
});
