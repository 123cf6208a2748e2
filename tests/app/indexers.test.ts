import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tarGz, zip } from '../fakes/archives.ts';
import { startFake } from '../fakes/http.ts';
import { startJackett, startProwlarr } from '../fakes/indexer-keepers.ts';
import { startTorznab } from '../fakes/torznab.ts';
import { openIndexers } from '../harness/indexers.ts';

const site = (id: string, link: string, more = '') => `---
id: ${id}
name: Site ${id}
description: A site for tests
language: en-US
type: public
encoding: UTF-8
links: ["${link}"]
caps:
  categorymappings: [{id: 1, cat: Movies/HD, desc: Films}]
  modes: {search: [q]}
settings:
  - {name: cookie, type: text, label: Cookie}
  - {name: freeleech, type: checkbox, label: Free only, default: false}
search:
  paths: [{path: list}]
  inputs: {q: "{{ .Keywords }}"}
  rows: {selector: "tr.row"}
  fields:
    title: {selector: a}
    download: {selector: a, attribute: href}
    category: {text: 1}
    size: {text: 1 GB}
    seeders: {text: 5}
${more}`;

test('answers arrive one by one, doubles are one release with two sources, and a failure is told', async () => {
	await using home = await openIndexers();
	const shared = { title: 'Harbour.1999.1080p', infoHash: 'a'.repeat(40), category: 2040 };
	await using quick = await startTorznab({ releases: () => [shared] });
	await using slow = await startTorznab({
		delayMs: 150,
		releases: () => [
			{ ...shared, seeders: 99 },
			{ title: 'Fog 2001 720p', category: 2040 }
		]
	});
	await using broken = await startFake(() => ({ status: 503 }));
	home.add('Quick', quick.url);
	home.add('Slow', slow.url);
	home.add('Broken', broken.url);
	const { events, releases, outcomes } = await home.search({ mode: 'search', q: 'x' });
	expect(events[0]).toMatchObject({ kind: 'started', indexers: [{}, {}, {}] });
	expect(events.at(-1)).toMatchObject({ kind: 'done', total: 2 });
	const kinds = events.map((event) => (event.kind === 'outcome' ? event.outcome.indexer : event.kind));
	expect(kinds.indexOf('Quick')).toBeLessThan(kinds.indexOf('Slow'));
	const harbour = releases.find(({ release }) => release.title.includes('Harbour'))!;
	expect(harbour.sources.map(({ indexer }) => indexer).sort()).toEqual(['Quick', 'Slow']);
	expect(outcomes.find(({ indexer }) => indexer === 'Broken')).toMatchObject({
		state: 'failed',
		message: expect.stringContaining('503')
	});
});

test('who fails again rests, longer each time, and is asked again when its time has come', async () => {
	await using home = await openIndexers();
	await using broken = await startFake(() => ({ status: 404 }));
	const id = home.add('Broken', broken.url);
	await home.search({ mode: 'search', q: 'one' });
	expect(home.providers.get(id)).toMatchObject({ failures: 1, disabledUntil: null });
	await home.search({ mode: 'search', q: 'two' });
	expect(home.providers.get(id).disabledUntil! - Date.now()).toBeCloseTo(60_000, -4);
	const asked = broken.requests.length;
	const { outcomes } = await home.search({ mode: 'search', q: 'three' });
	expect(outcomes).toMatchObject([{ state: 'resting', message: expect.stringContaining('404') }]);
	expect(broken.requests.length).toBe(asked);
	const check = home.indexers.checks![0]!;
	expect(await check.run()).toMatchObject({
		state: 'degraded',
		values: { names: expect.stringContaining('Broken') }
	});
	home.clock.ahead = 61_000;
	await home.search({ mode: 'search', q: 'four' });
	expect(home.providers.get(id)).toMatchObject({ failures: 3 });
});

test('an indexer that says how long to wait is believed', async () => {
	await using home = await openIndexers();
	await using busy = await startFake(() => ({ status: 429, headers: { 'retry-after': '7200' } }));
	const id = home.add('Busy', busy.url);
	const { outcomes } = await home.search({ mode: 'search', q: 'x' });
	expect(outcomes).toMatchObject([{ state: 'limited' }]);
	expect(home.providers.get(id).disabledUntil! - Date.now()).toBeGreaterThan(7_100_000);
});

test('limits hold for queries and grabs, and count nothing against the indexer', async () => {
	await using home = await openIndexers();
	await using upstream = await startTorznab({ releases: () => [{ title: 'One 2001 720p', category: 2040 }] });
	const id = home.add('Small', upstream.url, { queriesPerHour: 2, grabsPerDay: 1 });
	for (const q of ['a', 'b']) await home.search({ mode: 'search', q });
	const asked = upstream.requests.length;
	const { outcomes } = await home.search({ mode: 'search', q: 'c' });
	expect(outcomes).toMatchObject([
		{ state: 'limited', message: 'Small may get 2 queries an hour, and has had them.' }
	]);
	expect(upstream.requests.length).toBe(asked);
	expect(home.providers.get(id)).toMatchObject({ failures: 0 });
	home.clock.ahead = 3_700_000;
	expect((await home.search({ mode: 'search', q: 'd' })).outcomes).toMatchObject([{ state: 'answered' }]);

	await home.indexers.download(id, `${upstream.url}/file/one`);
	await expect(home.indexers.download(id, `${upstream.url}/file/one`)).rejects.toMatchObject({
		code: 'limit_reached',
		details: { retryAfter: expect.any(Number) }
	});
	expect(home.indexers.statistics(0)).toMatchObject([
		{ indexerId: id, searches: 3, grabs: 1, failures: 0, found: 3 }
	]);
});

test('the same question asked twice at once, and again soon after, goes out once', async () => {
	await using home = await openIndexers();
	await using upstream = await startTorznab({ delayMs: 50, releases: () => [{ title: 'One 2001 720p' }] });
	home.add('One', upstream.url);
	const queries = () => upstream.requests.filter(({ query }) => query.get('t') !== 'caps').length;
	const [first, second] = await Promise.all([
		home.search({ mode: 'search', q: 'x' }),
		home.search({ mode: 'search', q: 'x' })
	]);
	expect([first.releases.length, second.releases.length, queries()]).toEqual([1, 1, 1]);
	const third = await home.search({ mode: 'search', q: 'x' });
	expect(third.outcomes).toMatchObject([{ cached: true }]);
	expect(queries()).toBe(1);
	home.clock.ahead = 6 * 60_000;
	await home.search({ mode: 'search', q: 'x' });
	expect(queries()).toBe(2);
});

test('ids are asked first; titles only where ids brought nothing', async () => {
	await using home = await openIndexers();
	await using knows = await startTorznab({ releases: () => [{ title: 'Harbour.1999.1080p' }] });
	await using lacks = await startTorznab({
		releases: ({ query }) => (query.has('imdbid') ? [] : [{ title: 'Harbour.1999.720p' }])
	});
	home.add('Knows', knows.url);
	home.add('Lacks', lacks.url);
	const asked = ({ requests }: typeof knows) =>
		requests
			.filter(({ query }) => query.get('t') !== 'caps')
			.map(({ query }) => query.get('imdbid') ?? query.get('q'));
	await home.search({ mode: 'movie-search', imdbId: 'tt0133099', titles: ['Harbour'], year: 1999 });
	expect(asked(knows)).toEqual(['tt0133099']);
	expect(asked(lacks)).toEqual(['tt0133099', 'Harbour 1999']);
});

test('what an indexer can do is known after a restart, asked anew by a task, and forgotten when it is another', async () => {
	const dir = mkdtempSync(join(tmpdir(), 'bijou-caps-'));
	const asked: string[] = [];
	await using upstream = await startTorznab({
		releases: () => [{ title: 'Harbour 1999', category: 2040 }],
		intercept: ({ query }) => void asked.push(query.get('t')!)
	});
	const again = async (run: (home: Awaited<ReturnType<typeof openIndexers>>) => Promise<unknown>) => {
		await using home = await openIndexers({ dir });
		asked.length = 0;
		await run(home);
		return asked.join(' ');
	};
	const words = { mode: 'search', q: 'harbour' } as const;
	let id = 0;
	expect(await again(async (home) => ((id = home.add('One', upstream.url)), await home.search(words)))).toBe(
		'caps search'
	);
	expect(await again((home) => home.search(words))).toBe('search');
	expect(await again((home) => home.run('indexers.caps'))).toBe('caps');
	expect(
		await again(async (home) => {
			home.providers.update(id, { settings: { apiPath: '/api/' } });
			await home.search(words);
		})
	).toBe('caps search');
	rmSync(dir, { recursive: true });
});

test('a failure of one indexer does not make the others be asked again', async () => {
	await using home = await openIndexers();
	await using good = await startTorznab({ releases: () => [{ title: 'Harbour 1999', category: 2040 }] });
	await using broken = await startFake(() => ({ status: 400 }));
	home.add('Good', good.url);
	home.add('Broken', broken.url);
	await home.search({ mode: 'search', q: 'harbour' });
	const { outcomes } = await home.search({ mode: 'search', q: 'harbour' });
	expect(outcomes.find(({ indexer }) => indexer === 'Good')?.cached).toBe(true);
});

test('leaving a search ends the requests it had under way', async () => {
	await using home = await openIndexers();
	let closed = 0;
	await using stuck = await startFake(() => ({
		raw: (response) => void response.on('close', () => closed++)
	}));
	home.add('Stuck', stuck.url);
	const leaving = new AbortController();
	const search = home.search({ mode: 'search', q: 'x' }, { signal: leaving.signal });
	setTimeout(() => leaving.abort(new Error('left')), 100);
	await expect(search).rejects.toThrow('left');
	await expect.poll(() => closed).toBe(1);
	expect(home.providers.list('indexer')[0]).toMatchObject({ failures: 0 });
});

test('the task follows the feeds, remembers what it saw, and tells only what is new', async () => {
	await using home = await openIndexers();
	let listed = [{ title: 'Second 2001' }, { title: 'First 2000' }];
	await using upstream = await startTorznab({ releases: () => listed });
	await using quiet = await startTorznab({ releases: () => [{ title: 'Never 1999' }] });
	const id = home.add('Feed', upstream.url);
	home.add('Quiet', quiet.url, { followFeed: false });
	const told: unknown[] = [];
	home.bus.on('releases.seen', (fact) => told.push(fact));
	expect(await home.run('indexers.feeds')).toMatchObject({
		state: 'done',
		message: '2 new in 1 of 1 feeds.'
	});
	listed = [{ title: 'Third 2002' }, ...listed];
	home.clock.ahead = 600_000;
	await home.run('indexers.feeds');
	expect(told).toEqual([
		{ indexerId: id, count: 2 },
		{ indexerId: id, count: 1 }
	]);
	expect(home.indexers.recent(10).map(({ title }) => title)).toEqual([
		'Third 2002',
		'Second 2001',
		'First 2000'
	]);
	const [oldest] = home.indexers.recent(10).slice(-1);
	expect(home.indexers.seenAfter(oldest!.id, 1)).toMatchObject([{ title: 'Second 2001' }]);
	home.clock.ahead = 40 * 86_400_000;
	listed = [];
	await home.run('indexers.feeds');
	expect(home.indexers.recent(10)).toEqual([]);
});

test('a definition is a kind of its own: its form, its secrets, its search', async () => {
	await using page = await startFake(({ query }) => ({
		headers: { 'content-type': 'text/html' },
		body: `<table><tr class="row"><td><a href="/dl/1.torrent">Film about ${query.get('q')} 2020</a></td></tr></table>`
	}));
	await using home = await openIndexers();
	await home.indexers.definitions.save(site('own', `${page.url}/`));
	const kind = home.providers.kind('indexer', 'definition:own');
	expect(kind).toMatchObject({ title: 'Site own', testable: true });
	expect(kind.fields.slice(0, 2)).toMatchObject([
		{ key: 'cookie', type: 'password', secret: true },
		{ key: 'freeleech', type: 'boolean', default: false }
	]);
	const id = home.add('Mine', '', { cookie: 'a=b', freeleech: true }, 'definition:own');
	expect(home.providers.get(id).settings).toMatchObject({ cookie: '••••••', freeleech: true });
	const { releases } = await home.search({ mode: 'search', q: 'fog' });
	expect(releases).toMatchObject([{ release: { title: 'Film about fog 2020', categories: [2040, 100001] } }]);
	const tested = await home.providers.test('indexer', id);
	expect(tested).toMatchObject({
		ok: true,
		trace: {
			rows: 1,
			releases: 1,
			requests: [{ status: 200, bytes: expect.any(Number) }],
			fields: { seeders: '5' }
		}
	});

	await home.indexers.definitions.save(
		site('own', `${page.url}/`).replace('{selector: a}', '{text: Renamed}')
	);
	expect((await home.search({ mode: 'search', q: 'fog' })).releases).toMatchObject([
		{ release: { title: 'Renamed' } }
	]);
	home.indexers.definitions.remove('own');
	expect((await home.search({ mode: 'search', q: 'fog' })).events).toMatchObject([
		{ indexers: [] },
		{ total: 0 }
	]);
	expect(home.providers.get(id).kindTitle).toBeUndefined();
});

test('files in the folder are taken up as they come, change and go; a faulty one says where', async () => {
	await using home = await openIndexers();
	const folder = join(home.folder, 'definitions');
	const { definitions } = home.indexers;
	writeFileSync(join(folder, 'a.yml'), site('from-folder', 'https://a.test/'));
	await expect.poll(() => definitions.find('from-folder')?.origin, { timeout: 5000 }).toBe('folder');
	mkdirSync(join(folder, 'deeper'));
	writeFileSync(join(folder, 'deeper', 'b.yml'), site('deep', 'https://b.test/').replace('links:', 'lonks:'));
	await expect
		.poll(() => definitions.broken(), { timeout: 5000 })
		.toMatchObject([
			{
				file: 'deeper/b.yml',
				faults: [
					{ severity: 'error', line: 2, message: expect.stringContaining('links') },
					{ severity: 'warning', line: 8, message: expect.stringContaining('lonks') }
				]
			}
		]);
	rmSync(join(folder, 'a.yml'));
	await expect.poll(() => definitions.find('from-folder'), { timeout: 5000 }).toBeUndefined();
});

test('a definition that takes over from an older one serves its indexers', async () => {
	await using home = await openIndexers();
	await using upstream = await startFake(() => ({
		headers: { 'content-type': 'text/html' },
		body: '<table><tr class="row"><td><a href="/dl/1">Taken over 2020</a></td></tr></table>'
	}));
	await home.indexers.definitions.save(site('old', `${upstream.url}/`));
	home.add('Mine', '', {}, 'definition:old');
	home.indexers.definitions.remove('old');
	expect(home.indexers.list()[0]!.kindTitle).toBeUndefined();
	const { definitions } = home.indexers;
	await definitions.save(site('new', `${upstream.url}/`).replace('name: ', 'replaces: [old]\nname: '));
	expect(home.indexers.list()[0]!.kindTitle).toBe('Site new');
	expect((await home.search({ mode: 'search', q: 'x' })).releases).toMatchObject([
		{ release: { title: 'Taken over 2020' } }
	]);
	expect(definitions.list().filter(({ id }) => id === 'new')).toHaveLength(1);
});

test.each([
	['zip', zip],
	['tar.gz', tarGz]
])('a %s archive is kept in step; a faulty one changes nothing', async (_, pack) => {
	await using home = await openIndexers();
	let body: Buffer | string = pack([
		['x/definitions/v11/one.yml', site('one', 'https://one.test/')],
		['x/definitions/v11/two.yml', site('two', 'https://two.test/')],
		['x/definitions/v11/bad.yml', 'id: [']
	]);
	await using archive = await startFake(() => ({ body }));
	home.settings.update('searching', { archiveAddress: `${archive.url}/definitions` });
	const { definitions } = home.indexers;
	expect(await home.run('indexers.archive')).toMatchObject({
		state: 'done',
		message: '3 new, 0 changed, 0 removed. 1 cannot be used.'
	});
	expect(definitions.find('one')).toMatchObject({ origin: 'archive' });
	body = '<html>Moved</html>'.padEnd(700);
	expect(await home.run('indexers.archive')).toMatchObject({
		state: 'failed',
		error: expect.stringContaining('neither')
	});
	expect(definitions.find('one')).toBeDefined();
	body = pack([['one.yml', site('one', 'https://elsewhere.test/')]]);
	expect(await home.run('indexers.archive')).toMatchObject({ message: '0 new, 1 changed, 2 removed.' });
	expect(definitions.find('one')!.links).toEqual(['https://elsewhere.test/']);
	home.settings.update('searching', { archiveAddress: null });
	await home.run('indexers.archive');
	expect(definitions.find('one')).toBeUndefined();
});

test.each([
	['prowlarr', startProwlarr],
	['jackett', startJackett]
] as const)('%s: choose indexers, search through it, keep in step', async (kind, start) => {
	await using home = await openIndexers();
	await using keeper = await start([
		{ id: '7', name: 'Harbour', releases: [{ title: 'Harbour 1999' }] },
		{ id: '8', name: 'Lamplight', releases: [] }
	]);
	const draft = { kind, name: 'Keeper', settings: { url: `${keeper.url}/`, apiKey: 'keeper-key' } };
	expect(await home.providers.test('indexer-source', draft)).toMatchObject({
		ok: true,
		message: 'It answers and has 2 indexers.'
	});
	const wrong = { ...draft, settings: { ...draft.settings, apiKey: 'wrong' } };
	expect(await home.providers.test('indexer-source', wrong)).toMatchObject({
		ok: false,
		message: expect.stringContaining('refuses the API key')
	});
	const { id } = home.providers.create('indexer-source', draft);
	expect(await home.indexers.takeover.offered(id)).toMatchObject([
		{ name: 'Harbour' },
		{ name: 'Lamplight' }
	]);
	expect(await home.indexers.takeover.take(id, ['7'])).toMatchObject({ added: 1 });
	expect(await home.indexers.takeover.take(id, ['7'])).toMatchObject({ added: 0 });
	expect((await home.search({ mode: 'search', q: 'harbour' })).releases).toMatchObject([
		{ release: { title: 'Harbour 1999' } }
	]);
	expect(home.indexers.list()).toMatchObject([{ name: 'Harbour', sourceId: id, enabled: true }]);

	keeper.set([{ id: '9', name: 'New one', releases: [] }]);
	expect(await home.run('indexers.sources')).toMatchObject({
		message: 'Keeper: 0 new, 0 changed, 1 gone, 0 back.'
	});
	expect(home.indexers.list()).toMatchObject([{ name: 'Harbour', enabled: false }]);
	keeper.set([
		{ id: '7', name: 'Harbour', releases: [] },
		{ id: '9', name: 'New one', releases: [] }
	]);
	home.providers.update(id, { settings: { takeAll: true } });
	expect(await home.run('indexers.sources')).toMatchObject({
		message: 'Keeper: 1 new, 0 changed, 0 gone, 1 back.'
	});
	expect(home.indexers.list().map(({ name, enabled }) => [name, enabled])).toEqual([
		['Harbour', true],
		['New one', true]
	]);

	keeper.set([
		{ id: '7', name: 'Harbour HD', releases: [{ title: 'Harbour 2001' }] },
		{ id: '9', name: 'New two', releases: [] }
	]);
	const [harbour, other] = home.indexers.list();
	home.providers.update(other!.id, { name: 'My own name' });
	keeper.setKey('second');
	expect(await home.run('indexers.sources')).toMatchObject({
		message: expect.stringContaining('refuses the API key')
	});
	home.providers.update(id, { settings: { apiKey: 'second' } });
	expect(await home.run('indexers.sources')).toMatchObject({
		message: 'Keeper: 0 new, 2 changed, 0 gone, 0 back.'
	});
	expect(home.indexers.list().map(({ name }) => name)).toEqual(['Harbour HD', 'My own name']);
	expect((await home.search({ mode: 'search', q: 'x' }, { indexers: [harbour!.id] })).releases).toMatchObject(
		[{ release: { title: 'Harbour 2001' } }]
	);
	expect(await home.run('indexers.sources')).toMatchObject({
		message: 'Keeper: 0 new, 0 changed, 0 gone, 0 back.'
	});
	await keeper[Symbol.asyncDispose]();
	expect(await home.run('indexers.sources')).toMatchObject({
		message: expect.stringMatching(/^Keeper: .*refused/)
	});
	expect(home.indexers.list().length).toBe(2);
});

test('a site that checks the browser is passed with what the solver got there', async () => {
	await using home = await openIndexers();
	await using page = await startFake(({ headers }) =>
		headers.cookie?.includes('cf_clearance=passed') && headers['user-agent'] === 'Solver/1.0'
			? {
					headers: { 'content-type': 'text/html' },
					body: '<tr class="row"><td><a href="/dl/1">Behind the check 2020</a></td></tr>'
				}
			: {
					status: 403,
					headers: { 'cf-mitigated': 'challenge', 'content-type': 'text/html' },
					body: '<title>Just a moment...</title>'
				}
	);
	await using solver = await startFake(() => ({
		body: {
			status: 'ok',
			message: '',
			solution: {
				userAgent: 'Solver/1.0',
				cookies: [{ name: 'cf_clearance', value: 'passed' }],
				response: ''
			}
		}
	}));
	await home.indexers.definitions.save(
		site('checked', `${page.url}/`)
			.replace('tr.row', 'a')
			.replace('{selector: a}', '{selector: ":root"}')
			.replace('download: {selector: a, attribute: href}', 'download: {attribute: href}')
	);
	const id = home.add('Checked', '', {}, 'definition:checked');
	expect((await home.search({ mode: 'search', q: 'x' })).outcomes).toMatchObject([{ state: 'failed' }]);
	home.providers.update(id, { settings: { solverAddress: solver.url } });
	for (const q of ['y', 'z']) {
		expect((await home.search({ mode: 'search', q })).outcomes).toMatchObject([
			{ state: 'answered', found: 1 }
		]);
	}
	expect(solver.requests.map((request) => request.json())).toMatchObject([
		{ cmd: 'request.get', url: `${page.url}/` }
	]);
	solver.reply(() => ({ status: 500, body: { status: 'error', message: 'no browser' } }));
	page.reply(() => ({ status: 403, headers: { 'cf-mitigated': 'challenge' }, body: 'Just a moment' }));
	expect((await home.search({ mode: 'search', q: 'w' })).outcomes).toMatchObject([
		{ state: 'failed', message: expect.stringContaining('no browser') }
	]);
});
