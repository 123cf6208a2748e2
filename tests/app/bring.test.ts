import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFakeJellyfin, type FakeJellyfin } from '../fakes/jellyfin.ts';
import { radarrEvent, startFakeRadarr, type FakeRadarr } from '../fakes/radarr.ts';
import { addPerson, signIn } from '../harness/people.ts';
import { admin, startServer, type TestServer } from '../harness/server.ts';

let server: TestServer;
let radarr: FakeRadarr;
let jellyfin: FakeJellyfin;
beforeAll(async () => {
	server = await startServer({ env: { ALLOW_PRIVATE_TARGETS: '127.0.0.0/8' } });
	radarr = await startFakeRadarr();
	jellyfin = await startFakeJellyfin();
	radarr.house.folders = ['/movies'];
	radarr.movies.push(
		{ id: 1, title: 'Heat', year: 1995, tmdbId: 949, path: '/movies/Heat (1995)' },
		{ id: 2, title: 'Ronin', year: 1998, tmdbId: 8195, path: '/movies/Ronin (1998)' }
	);
	radarr.house.history = [radarrEvent(1, 1, 'grabbed', 'Heat.1995.1080p.BluRay.x264-GRP')];
	jellyfin.users.push({ Id: 'j1', Name: admin.user });
	jellyfin.things.push({
		Id: 'h',
		Type: 'Movie',
		Name: 'Heat',
		ProductionYear: 1995,
		ProviderIds: { Tmdb: '949' }
	});
	jellyfin.states['j1 h'] = { Played: true, PlayCount: 1, LastPlayedDate: '2024-01-02T03:04:05Z' };
});
afterAll(async () => {
	await server[Symbol.asyncDispose]();
	await radarr.close();
	await jellyfin.close();
});

const send = (method: string, path: string, body?: unknown) =>
	server.json<Record<string, never>>(path, {
		method,
		...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
	});
const settled = async ({ jobId }: Record<string, never>) => {
	const job = () =>
		server.json<{ state: string; error: string | null; result: unknown }>(`/api/jobs/${jobId}`);
	await expect.poll(async () => (await job()).state, { timeout: 15_000 }).toMatch(/done|failed/);
	return job();
};
const base = '/api/library/bring';

test(
	'somebody moves house: films from Radarr, then what was watched from Jellyfin',
	{ timeout: 40_000 },
	async () => {
		const source = await send('POST', `${base}/sources`, {
			app: 'radarr',
			address: radarr.url,
			apiKey: radarr.house.apiKey
		});
		const own = `${base}/sources/${source['id']}`;
		expect(await settled(await send('POST', `${own}/look`))).toMatchObject({ state: 'done' });
		expect(await server.json(`${own}/rows?kind=movie`)).toMatchObject({
			total: 2,
			items: [{ title: 'Heat', standing: 'new', chosen: true }, { title: 'Ronin' }]
		});
		expect(await server.json('/api/library/movies')).toMatchObject({ total: 0 });
		expect(await settled(await send('POST', `${own}/apply`))).toMatchObject({
			state: 'done',
			result: { added: 2, history: 1 }
		});
		expect(await server.json('/api/library/movies')).toMatchObject({ total: 2 });
		expect(await server.json(`${base}/history`)).toMatchObject({ total: 1, items: [{ event: 'grabbed' }] });

		const other = await send('POST', `${base}/sources`, {
			app: 'jellyfin',
			address: jellyfin.url,
			apiKey: jellyfin.apiKey
		});
		const theirs = `${base}/sources/${other['id']}`;
		expect(other).toMatchObject({ pairings: [{ remote: 'j1' }] });
		await settled(await send('POST', `${theirs}/look`));
		expect(await settled(await send('POST', `${theirs}/apply`))).toMatchObject({
			state: 'done',
			result: { watched: 1 }
		});
		const { items } = await server.json<{ items: { id: number }[] }>('/api/library/movies?sort=title');
		expect(await server.json(`/api/library/movies/${items[0]!.id}`)).toMatchObject({
			progress: { watched: true }
		});

		const cookie = await signIn(server);
		const page = await server.fetch(`/settings/bring/${source['id']}`, { headers: { cookie } });
		const html = await page.text();
		expect(page.status).toBe(200);
		expect(html).toContain('Ronin');
		expect(html).not.toContain(radarr.house.apiKey);
	}
);

test('a wrong key is said in words, and nothing of it reaches people who may not change settings', async () => {
	const answer = await server.fetch(`${base}/test`, {
		method: 'POST',
		body: JSON.stringify({ app: 'radarr', address: radarr.url, apiKey: 'wrong' }),
		headers: { 'content-type': 'application/json' }
	});
	expect(answer.status).toBe(502);
	expect(await answer.text()).toContain('Radarr does not accept this key');
	const cookie = await addPerson(server, 'berta', 'member');
	expect((await server.fetch(`${base}/sources`, { headers: { cookie } })).status).toBe(403);
	expect((await server.fetch('/settings/bring', { headers: { cookie } })).status).toBe(403);
});
