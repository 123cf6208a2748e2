import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type FakeWorld } from '../fakes/world.ts';
import { addPerson, signIn } from '../harness/people.ts';
import { startServer, temporaryFolder, type TestServer } from '../harness/server.ts';

let world: FakeWorld;
let server: TestServer;
const films = temporaryFolder('films');
const shows = temporaryFolder('shows');

beforeAll(async () => {
	world = await startWorld();
	server = await startServer({ env: { ...world.env, ALLOW_PRIVATE_TARGETS: '127.0.0.0/8' } });
	await ok('POST', '/api/root-folders', { path: films, kind: 'movie' });
	await ok('POST', '/api/root-folders', { path: shows, kind: 'series' });
});
afterAll(async () => {
	await server[Symbol.asyncDispose]();
	await world[Symbol.asyncDispose]();
	await Promise.all([films, shows].map((folder) => rm(folder, { recursive: true, force: true })));
});

interface Answer {
	status: number;
	body: Record<string, never> & {
		error?: { code: string; message: string; details?: Record<string, never> };
	};
}
async function send(method: string, path: string, body?: unknown): Promise<Answer> {
	const answer = await server.fetch(path, {
		method,
		...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
	});
	const text = await answer.text();
	return { status: answer.status, body: JSON.parse(text || '{}') as Answer['body'] };
}
/** What is looked at of the answers, whichever path they come from. */
interface Body {
	id: number;
	undoId: number;
	undoIds: number[];
	items: { id: number; tmdbId: number; year: number; here: unknown }[];
}
async function ok(method: string, path: string, body?: unknown): Promise<Body> {
	const answer = await send(method, path, body);
	expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
	return answer.body as unknown as Body;
}
const filmNamed = (title: string) => [...world.world.films.values()].find((film) => film.title === title)!;

test('what TMDB lists can be narrowed, goes on page by page, and knows what is here', async () => {
	const list = await ok('GET', '/api/discover?kind=movie&list=popular');
	expect(list.items.length).toBeGreaterThan(10);
	const silent = await ok('GET', '/api/discover?kind=movie&from=1920&to=1929&genre=27');
	expect(silent.items.length).toBeGreaterThan(0);
	for (const { year } of silent.items) expect(Math.floor(year / 10)).toBe(192);
	const second = await ok('GET', '/api/discover?kind=movie&list=popular&page=2');
	expect(second.items[0]!.tmdbId).not.toBe(list.items[0]!.tmdbId);

	const { id, tmdbId } = {
		...(await ok('POST', '/api/library/movies', { tmdbId: list.items[0]!.tmdbId })),
		...list.items[0]!
	};
	const again = await ok('GET', '/api/discover?kind=movie&list=popular');
	expect(again.items.find((item) => item.tmdbId === tmdbId)!.here).toEqual({
		id,
		fileCount: 0
	});
	const other = list.items[1]!.tmdbId;
	expect(await ok('GET', `/api/library/owned?kind=movie&ids=${other},${tmdbId}`)).toEqual({
		items: [{ tmdbId, id, fileCount: 0 }]
	});
	expect(await send('GET', '/api/library/owned?kind=movie&ids=1,x')).toMatchObject({ status: 400 });
	await ok('DELETE', `/api/library/movies/${id}`);
});

test('a film is added, told twice, wanted, changed and taken out again', async () => {
	const { id: tmdbId } = filmNamed('Metropolis');
	const added = await ok('POST', '/api/library/movies', { tmdbId, profileId: 'hd', tags: ['silent'] });
	expect(added).toMatchObject({ kind: 'movie', title: 'Metropolis' });
	const twice = await send('POST', '/api/library/movies', { tmdbId });
	expect(twice).toMatchObject({
		status: 409,
		body: { error: { code: 'conflict', details: { id: added.id } } }
	});
	const listed = await ok('GET', '/api/library/movies?profile=hd');
	expect(listed.items).toMatchObject([{ id: added.id, profileId: 'hd', fileCount: 0 }]);
	const page = await (await server.fetch('/wanted', { headers: { cookie: await signIn(server) } })).text();
	expect(page).toContain('Metropolis');

	const refused = await send('PATCH', `/api/library/movies/${added.id}`, { profileId: 'no-such' });
	expect(refused.status).toBe(400);
	await ok('POST', '/api/library/undo', { id: added.undoId });
	expect((await send('GET', `/api/library/movies/${added.id}`)).status).toBe(404);
});

test.each([
	['movies', {}, 400],
	['movies', { tmdbId: 1 }, 502],
	['movies', { imdbId: 'tt0000001' }, 404],
	['movies', { imdbId: "tt1' OR 1=1" }, 400],
	['movies', { tmdbId: 814934, rootFolderId: 999 }, 404],
	['movies', { tmdbId: 814934, extra: true }, 400],
	['series', { monitor: 'all' }, 400],
	['series', { tvdbId: 1, monitor: 'sometimes' }, 400]
])('%s cannot be added by %j: %d', async (kind, body, status) => {
	const answer = await send('POST', `/api/library/${kind}`, body);
	expect(answer.status, JSON.stringify(answer.body)).toBe(status);
	expect(answer.body.error?.message).toBeTruthy();
});

test('a collection shows what it lacks and takes all of it in', async () => {
	const [collection] = [...world.world.collections.values()].filter(({ films }) => films.length > 2);
	await ok('POST', '/api/library/movies', { tmdbId: collection!.films[0]!.id });
	const { items } = await ok('GET', '/api/library/collections');
	expect(items).toMatchObject([{ name: collection!.name, films: 1, monitored: false }]);
	const path = `/api/library/collections/${items[0]!.id}`;
	const lacking = await ok('GET', `${path}/missing`);
	expect(lacking.items).toHaveLength(collection!.films.length - 1);
	const done = await ok('POST', `${path}/missing`, { profileId: 'small' });
	expect(done.undoIds).toHaveLength(collection!.films.length - 1);
	expect(await ok('PATCH', path, { monitored: true })).toMatchObject({
		monitored: true,
		films: collection!.films.length,
		all: collection!.films.length
	});
});

test('a profile in use is not deleted without a word on its titles', async () => {
	const hd = await ok('GET', '/api/profiles/hd');
	await ok('POST', '/api/profiles', { ...hd, id: 'own', name: 'Own', origin: 'own' });
	const show = [...world.world.shows.values()][0]!;
	const added = await ok('POST', '/api/library/series', {
		tmdbId: show.id,
		profileId: 'own',
		monitor: 'none'
	});
	const refused = await send('DELETE', '/api/profiles/own');
	expect(refused).toMatchObject({ status: 409, body: { error: { details: { series: 1, movies: 0 } } } });
	await ok('DELETE', '/api/profiles/own?to=small');
	expect(await ok('GET', `/api/library/series/${added.id}`)).toMatchObject({
		profileId: 'small',
		monitored: false
	});
});

test('who may only look may not add', async () => {
	const cookie = await addPerson(server, 'bob', 'member');
	const answer = await server.fetch('/api/library/movies', {
		method: 'POST',
		headers: { cookie, 'content-type': 'application/json', origin: server.url },
		body: JSON.stringify({ tmdbId: filmNamed('Nosferatu').id })
	});
	expect(answer.status).toBe(403);
});

test('without a TMDB key series still come from TVmaze, and it is said what films need', async () => {
	await using bare = await startServer({
		env: { TVMAZE_URL: world.url, ALLOW_PRIVATE_TARGETS: '127.0.0.0/8' }
	});
	const post = (path: string, body: object) =>
		bare.fetch(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
	await post('/api/root-folders', { path: shows, kind: 'series' });
	await post('/api/root-folders', { path: films, kind: 'movie' });
	const film = await post('/api/library/movies', { imdbId: 'tt0017136' });
	expect(film.status).toBe(503);
	expect(await film.text()).toContain('TMDB key');
	const show = [...world.world.shows.values()].find(({ tvdb }) => tvdb > 0)!;
	const series = await post('/api/library/series', { tvdbId: show.tvdb });
	expect(series.status, await series.clone().text()).toBe(201);
	const beyond = await bare.json<{ items: { ids: object }[] }>(
		`/api/library/beyond?q=${encodeURIComponent([...world.world.shows.values()].at(-1)!.title)}`
	);
	expect(beyond.items[0]?.ids).toHaveProperty('tvmaze');
});
