import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPerson } from '../harness/people.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
}, 60_000);
afterAll(() => server[Symbol.asyncDispose]());

const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
	server.fetch(path, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: typeof body === 'string' ? body : JSON.stringify(body)
	});
async function post<T>(path: string, body: unknown): Promise<T> {
	const answer = await send(path, body);
	const text = await answer.text();
	expect(answer.status, text.slice(0, 400)).toBe(200);
	return JSON.parse(text) as T;
}

interface Parsed {
	name: string;
	kind: string;
	title?: string;
	year?: number;
	seasons: number[];
	episodes: number[];
	resolution?: string;
	marks?: { field: string; start: number; end: number }[];
}
interface Judged {
	name: string;
	accepted: boolean;
	score: number;
	quality: string;
	formats: { id: string; score: number }[];
	rejects: { code: string; message: string }[];
}
interface Scored {
	profile: { id: string };
	items: Judged[];
	ranking: { index: number; because?: string }[];
}
interface Fault {
	error: { code: string; message: string; details?: { path: string; message: string; position?: number }[] };
}

const parse = (names: string[], more: object = {}) =>
	post<{ items: Parsed[] }>('/api/releases/parse', { names, ...more });
const film = 'The.Lamplighter.2021.1080p.BluRay.x264.DTS-ORCHID';
const cam = 'The.Lamplighter.2021.HDCAM.x264-ROW9';

describe('reading', () => {
	test('a name comes back with its fields, in the order given', async () => {
		const { items } = await parse([film, 'Harbour.Street.S03E08-E09.720p.HDTV.x264-QUAY']);
		expect(items).toMatchObject([
			{ name: film, kind: 'movie', title: 'The Lamplighter', year: 2021, resolution: '1080p' },
			{ kind: 'episode', title: 'Harbour Street', seasons: [3], episodes: [8, 9] }
		]);
		expect(items[0]!.marks).toBeUndefined();
	});

	test('marks say where each field stands', async () => {
		const { items } = await parse([film], { marks: true });
		const read = Object.fromEntries(
			items[0]!.marks!.map(({ field, start, end }) => [field, film.slice(start, end)])
		);
		expect(read).toMatchObject({
			title: 'The.Lamplighter',
			year: '2021',
			resolution: '1080p',
			source: 'BluRay',
			group: 'ORCHID'
		});
	});

	test.each([
		['empty', ''],
		['blank', '   '],
		['control characters', 'The\u0000Film\u0007\u001b[31m.2020.1080p\u007f'],
		['lone surrogates', 'The.\ud800Film.2020.\udfff1080p'],
		['text turned around', 'The.Film.\u202e0202.p0801'],
		['look-alikes', 'Th\u0435.F\u0456lm.2020.1080\u0440'],
		['many marks on one letter', `e${'\u0301'.repeat(5000)}.2020`],
		['one letter, long', 'a'.repeat(100_000)],
		['brackets, long', '['.repeat(50_000) + ']'.repeat(50_000)],
		['numbers, long', 'S01E01.'.repeat(14_000)],
		['words, long', 'The Film 2020 1080p '.repeat(5000)]
	])('%s: a result, soon', async (_, name) => {
		const started = performance.now();
		const { items } = await parse([name], { marks: true });
		expect(performance.now() - started).toBeLessThan(2000);
		expect(items).toHaveLength(1);
		for (const { start, end } of items[0]!.marks ?? []) {
			expect(start).toBeGreaterThanOrEqual(0);
			expect(end).toBeLessThanOrEqual(name.length);
		}
	});

	test.each([
		['no names', { names: [] }],
		['no list', { names: film }],
		['numbers', { names: [1, 2] }],
		['too many', { names: Array.from({ length: 1001 }, () => 'a') }],
		['too long', { names: ['a'.repeat(100_001)] }],
		['an unknown kind', { names: [film], kind: 'opera' }],
		['half a JSON', '{"names": ["'],
		['nothing', '']
	])('%s: a clear error', async (_, body) => {
		const answer = await send('/api/releases/parse', body);
		expect(answer.status).toBe(400);
		expect(((await answer.json()) as Fault).error.message).not.toBe('');
	});

	test('bytes that are no text are refused', async () => {
		const bytes = Buffer.concat([
			Buffer.from('{"names":["'),
			Buffer.from([0xc3, 0x28, 0xff]),
			Buffer.from('"]}')
		]);
		const answer = await server.fetch('/api/releases/parse', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: bytes
		});
		expect(answer.status).toBe(400);
	});

	test('a thousand long names leave room for others', async () => {
		const heavy = parse(Array.from({ length: 400 }, (_, index) => `${index} The Film 2020 `.repeat(600)));
		const waits: number[] = [];
		let done = false;
		void heavy.finally(() => (done = true));
		while (!done) {
			const started = performance.now();
			await (await server.fetch('/api/health')).text();
			waits.push(performance.now() - started);
		}
		await heavy;
		expect(waits.length).toBeGreaterThan(2);
		expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)]).toBeLessThan(500);
	});
});

describe('judging', () => {
	test('verdicts with every reason, and the ranking with its why', async () => {
		const names = [cam, film];
		const scored = await post<Scored>('/api/releases/score', { names, profileId: 'hd', kind: 'movie' });
		expect(scored.profile.id).toBe('hd');
		expect(scored.items[1]).toMatchObject({ accepted: true, quality: 'Bluray-1080p', rejects: [] });
		expect(scored.items[0]!.rejects.map(({ code }) => code)).toEqual(['quality-allowed', 'minimum-score']);
		expect(scored.items[0]!.rejects.every(({ message }) => message.endsWith('.'))).toBe(true);
		expect(scored.ranking.map(({ index }) => index)).toEqual([1, 0]);
		expect(scored.ranking[0]!.because).toBe('The next one would not be taken.');
	});

	test('a profile that is not saved is tried out', async () => {
		const hd = await server.json<Record<string, unknown>>('/api/profiles/hd');
		const strict = { ...hd, minimumScore: 9999 };
		const { items } = await post<Scored>('/api/releases/score', { names: [film], profile: strict });
		expect(items[0]).toMatchObject({ accepted: false });
		expect((await server.json('/api/profiles/hd'))['minimumScore']).toBe(hd['minimumScore']);
	});

	test('an unknown profile is not found', async () => {
		const answer = await send('/api/releases/score', { names: [film], profileId: 'nowhere' });
		expect(answer.status).toBe(404);
	});

	const draft = (value: string) => ({
		id: 'draft',
		name: 'Draft',
		scores: { default: 7 },
		conditions: [{ type: 'title', value }]
	});

	test.each(['(a+)+$', '(a|a)*b', '(.*a){20}', '([a-z]+)*x', '(a?){60}a{60}', '(?=(a+))b'])(
		'the hostile pattern %s ends in time',
		async (pattern) => {
			const started = performance.now();
			const names = Array.from({ length: 20 }, (_, index) => `${'a'.repeat(1900)}${index}!`);
			await post('/api/formats/try', { format: draft(pattern), names });
			await post('/api/releases/score', { names, formats: [draft(pattern)] });
			expect(performance.now() - started).toBeLessThan(8000);
		}
	);

	test.each([
		['(', 0],
		['abc[z-a]', 3],
		['a{1,1000}{1,1000}', 0]
	])('the pattern %s is refused with its place', async (pattern, from) => {
		const answer = await send('/api/formats/try', { format: draft(pattern), names: [film] });
		const { error } = (await answer.json()) as Fault;
		expect(answer.status).toBe(400);
		expect(error.details?.[0]).toMatchObject({ path: 'conditions.0.value' });
		expect(error.details![0]!.position).toBeGreaterThanOrEqual(from);
	});

	test('a pattern beyond all measure is refused', async () => {
		const answer = await send('/api/formats', draft('x'.repeat(5000)));
		expect(answer.status).toBe(400);
	});

	test('a draft says of each condition whether it holds', async () => {
		const format = {
			...draft('lamplighter'),
			conditions: [
				{ type: 'title', value: 'lamplighter' },
				{ type: 'source', value: 'bluray', required: true },
				{ type: 'codec', value: 'h265', negate: true }
			]
		};
		expect(await post('/api/formats/try', { format, names: [film, cam] })).toEqual({
			items: [
				{ name: film, matches: true, holds: [true, true, true] },
				{ name: cam, matches: false, holds: [true, false, true] }
			]
		});
	});
});

describe('formats and profiles', () => {
	const grain = {
		id: 'grain',
		name: 'Grain',
		scores: { default: 40 },
		conditions: [{ type: 'title', value: '\\bgrain\\b' }]
	};

	test('a format is made, counts, goes, and comes back as it was', async () => {
		expect(await post('/api/formats', grain)).toMatchObject({ id: 'grain', origin: 'own' });
		const score = async () =>
			(await post<Scored>('/api/releases/score', { names: ['A.Film.2020.Grain.1080p.BluRay-GRP'] }))
				.items[0]!;
		expect((await score()).formats).toContainEqual(expect.objectContaining({ id: 'grain', score: 40 }));
		const kept = await server.json('/api/formats/grain');
		expect((await server.fetch('/api/formats/grain', { method: 'DELETE' })).ok).toBe(true);
		expect((await score()).formats.map(({ id }) => id)).not.toContain('grain');
		expect(await post('/api/formats', kept)).toEqual(kept);
		await server.fetch('/api/formats/grain', { method: 'DELETE' });
	});

	test('what ships cannot be deleted, only changed and reset', async () => {
		expect((await server.fetch('/api/formats/remux', { method: 'DELETE' })).status).toBe(409);
		const remux = await server.json('/api/formats/remux');
		expect(await post('/api/formats', { ...remux, name: 'Mine' })).toMatchObject({ origin: 'changed' });
		await server.fetch('/api/formats/remux', { method: 'DELETE' });
		expect(await server.json('/api/formats/remux')).toEqual(remux);
	});

	test('a profile that cannot be meant is refused with the place', async () => {
		const hd = await server.json('/api/profiles/hd');
		const answer = await send('/api/profiles', { ...hd, id: 'odd', cutoff: 'Nowhere' });
		expect(answer.status).toBe(400);
		expect(((await answer.json()) as Fault).error.details?.[0]?.path).toBe('cutoff');
	});

	test('a guest may look, not change', async () => {
		const cookie = await addPerson(server, 'gus', 'guest');
		expect((await server.fetch('/api/formats', { headers: { cookie } })).status).toBe(200);
		const answer = await send('/api/formats', grain, { cookie, origin: server.url });
		expect(answer.status).toBe(403);
		const guide = { app: 'radarr', files: [{ path: 'a.json', text: '{}' }] };
		expect((await send('/api/formats/import', guide, { cookie, origin: server.url })).status).toBe(403);
	});

	test('formats travel as a file', async () => {
		const file = await server.fetch('/api/formats/export?id=remux&id=hdr');
		expect(file.headers.get('content-disposition')).toContain('formats.yml');
		const text = await file.text();
		const found = await post<{ items: { id: string; standing: string }[]; faults: string[] }>(
			'/api/formats/import',
			{ app: 'sonarr', preview: true, files: [{ path: 'formats.yml', text }] }
		);
		expect(found.faults).toEqual([]);
		expect(found.items.map(({ id, standing }) => [id, standing])).toEqual([
			['remux', 'same'],
			['hdr', 'same']
		]);
	});
});

describe('hostile files', () => {
	const laughs = [
		'a0: &a0 [lol]',
		...Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]`)
	].join('\n');
	const spec = { implementation: 'ReleaseTitleSpecification', fields: { value: '(' } };

	test.each([
		['a billion laughs', 'laughs.yml', laughs],
		['merge keys in a ring', 'ring.yml', 'a: &a\n  <<: *a\n  b: 1'],
		['deep YAML', 'deep.yml', '['.repeat(100_000)],
		['deep JSON', 'deep.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
		['half a JSON', 'half.json', '{"name": "x", "specifications": ['],
		['a tag that runs code', 'tag.yml', '!!js/function "function () { process.exit() }"'],
		['no text', 'bytes.yml', '\u0000\u0001\ufffd'],
		['a broken pattern', 'broken.json', JSON.stringify({ name: 'Broken', specifications: [spec] })],
		[
			'a kind nobody knows',
			'odd.json',
			'{"name":"Odd","specifications":[{"implementation":"X","fields":{}}]}'
		]
	])('%s: nothing is taken, and it is said why', async (_, path, text) => {
		const started = performance.now();
		const found = await post<{ formats: number; faults: string[] }>('/api/formats/import', {
			app: 'radarr',
			files: [{ path, text }]
		});
		expect(performance.now() - started).toBeLessThan(3000);
		expect(found.formats).toBe(0);
		expect(found.faults.length).toBeGreaterThan(0);
		expect((await server.fetch('/api/health')).ok).toBe(true);
	});

	test('sound entries come in beside faulty ones', async () => {
		const good = { name: 'Good', specifications: [{ ...spec, name: 'x', fields: { value: 'x' } }] };
		const files = [
			{ path: 'good.json', text: JSON.stringify(good) },
			{ path: 'bad.json', text: '{' }
		];
		const found = await post<{ formats: number; faults: string[] }>('/api/formats/import', {
			app: 'radarr',
			files
		});
		expect(found).toMatchObject({ formats: 1, profiles: 0 });
		expect(found.faults).toHaveLength(1);
		expect(await server.json('/api/formats/good')).toMatchObject({ origin: 'import' });
	});
});
