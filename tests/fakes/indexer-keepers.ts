import { startFake, type FakeReply, type FakeRequest } from './http.ts';
import { feed, type FakeRelease } from './torznab.ts';

export interface KeptIndexer {
	id: string;
	name: string;
	releases: FakeRelease[];
}

const firstKey = 'keeper-key';
const caps = `<caps><limits default="100" max="100"/><searching><search available="yes" supportedParams="q"/></searching>
	<categories><category id="2000" name="Movies"/></categories></caps>`;
const xml = (body: string, status = 200): FakeReply => ({
	status,
	headers: { 'content-type': 'application/xml' },
	body
});

function torznab({ releases }: KeptIndexer, key: string, { query, headers }: FakeRequest): FakeReply {
	if (query.get('apikey') !== key) return xml('<error code="100" description="Invalid API Key"/>');
	if (query.get('t') === 'caps') return xml(caps);
	return xml(feed(releases, `http://${headers.host}`, releases.length));
}

/** `GET /api/v1/indexer` with X-Api-Key, feeds at `/{id}/api`, as Prowlarr's API documentation says. */
export async function startProwlarr(first: KeptIndexer[]) {
	let kept = first;
	let key = firstKey;
	const server = await startFake((request) => {
		if (request.path === '/api/v1/indexer') {
			if (request.headers['x-api-key'] !== key) return { status: 401 };
			return { body: kept.map(describe) };
		}
		const one = kept.find(({ id }) => request.path === `/${id}/api`);
		return one ? torznab(one, key, request) : { status: 404, body: { message: 'NotFound' } };
	});
	return Object.assign(server, {
		set: (next: KeptIndexer[]) => void (kept = next),
		setKey: (next: string) => void (key = next)
	});
}

const describe = ({ id, name }: KeptIndexer) => ({
	id: Number(id),
	name,
	sortName: name.toLowerCase(),
	enable: true,
	redirect: false,
	supportsRss: true,
	supportsSearch: true,
	protocol: 'torrent',
	privacy: 'public',
	language: 'en-US',
	indexerUrls: ['https://site.test/'],
	capabilities: {
		limitsMax: 100,
		limitsDefault: 100,
		categories: [{ id: 2000, name: 'Movies', subCategories: [] }]
	},
	priority: 25,
	implementation: 'Cardigann',
	fields: [{ order: 0, name: 'definitionFile', value: 'site' }],
	tags: []
});

/** `t=indexers&configured=true` over `all`, feeds at `/api/v2.0/indexers/{id}/results/torznab/api`, as Jackett's README says. */
export async function startJackett(first: KeptIndexer[]) {
	let kept = first;
	let key = firstKey;
	const server = await startFake((request) => {
		const id = /^\/api\/v2\.0\/indexers\/([^/]+)\/results\/torznab\/api$/.exec(request.path)?.[1];
		if (id === 'all' && request.query.get('t') === 'indexers') {
			if (request.query.get('apikey') !== key)
				return xml('<error code="100" description="Invalid API Key"/>');
			const items = kept.map(
				({ id: own, name }) =>
					`<indexer id="${own}" configured="true"><title>${name}</title><description>d</description><link>https://site.test/</link><language>en-US</language><type>public</type>${caps}</indexer>`
			);
			return xml(`<?xml version="1.0" encoding="UTF-8"?><indexers>${items.join('')}</indexers>`);
		}
		const one = kept.find((each) => each.id === id);
		return one ? torznab(one, key, request) : { status: 404 };
	});
	return Object.assign(server, {
		set: (next: KeptIndexer[]) => void (kept = next),
		setKey: (next: string) => void (key = next)
	});
}
