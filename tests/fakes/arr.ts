import { startFake, type FakeReply, type FakeRequest, type FakeServer } from './http.ts';

/** What is in it, to be changed at will. */
export interface ArrHouse {
	apiKey: string;
	version: string;
	folders: string[];
	tags: string[];
	formats: object[];
	profiles: object[];
	history: object[];
}

/** What Sonarr and Radarr have in common, in the shapes of their v3 API. */
export interface FakeArr extends FakeServer {
	house: ArrHouse;
	/** Gone as soon as something whose path and query match is asked for; without it, it is back. */
	die(at?: RegExp): void;
}

export const arrProfile = (id: number, name: string, formatItems: object[] = []) => ({
	id,
	name,
	upgradeAllowed: true,
	cutoff: 7,
	items: [
		{ quality: { id: 4, name: 'HDTV-720p', source: 'tv', resolution: 720 }, items: [], allowed: false },
		{ quality: { id: 7, name: 'Bluray-1080p', source: 'bluray', resolution: 1080 }, items: [], allowed: true }
	],
	minFormatScore: 0,
	cutoffFormatScore: 100,
	minUpgradeFormatScore: 1,
	formatItems
});

export const arrFormat = (id: number, name: string, value: string) => ({
	id,
	name,
	includeCustomFormatWhenRenaming: false,
	specifications: [
		{
			name,
			implementation: 'ReleaseTitleSpecification',
			implementationName: 'Release Title',
			negate: false,
			required: true,
			fields: [{ order: 0, name: 'value', label: 'Regular Expression', value, type: 'textbox' }]
		}
	]
});

export async function startFakeArr(
	appName: 'Sonarr' | 'Radarr',
	answer: (path: string, query: URLSearchParams) => unknown
): Promise<FakeArr> {
	const house: ArrHouse = {
		apiKey: 'f00dcafef00dcafef00dcafef00dcafe',
		version: appName === 'Sonarr' ? '4.0.15.2941' : '5.27.5.10198',
		folders: [],
		tags: [],
		formats: [],
		profiles: [arrProfile(1, 'HD-1080p')],
		history: []
	};
	let deadAt: RegExp | undefined;
	let dead = false;

	const own: Record<string, (query: URLSearchParams) => unknown> = {
		'system/status': () => ({ appName, instanceName: appName, version: house.version, urlBase: '' }),
		rootfolder: () =>
			house.folders.map((path, index) => ({ id: index + 1, path, accessible: true, freeSpace: 1e12 })),
		tag: () => house.tags.map((label, index) => ({ id: index + 1, label })),
		customformat: () => house.formats,
		qualityprofile: () => house.profiles,
		history(query) {
			const page = Number(query.get('page') ?? 1);
			const pageSize = Number(query.get('pageSize') ?? 10);
			const records = house.history.slice((page - 1) * pageSize, page * pageSize);
			return { page, pageSize, sortKey: 'date', totalRecords: house.history.length, records };
		}
	};

	function reply({ path, query, headers }: FakeRequest): FakeReply {
		if (deadAt?.test(`${path}?${query}`)) dead = true;
		if (dead) return { raw: (response) => void response.destroy() };
		const key = headers['x-api-key'] ?? query.get('apikey');
		if (key !== house.apiKey) return { status: 401, body: { error: 'Unauthorized' } };
		const old = Number.parseInt(house.version, 10) < 3;
		const base = old ? '/api/' : '/api/v3/';
		if (!path.startsWith(base) || (old && path.startsWith('/api/v3/')))
			return { status: 404, body: { message: 'NotFound' } };
		const name = path.slice(base.length);
		const body = own[name]?.(query) ?? answer(name, query);
		return body === undefined ? { status: 404, body: { message: 'NotFound' } } : { body: body as object };
	}

	const server = await startFake(reply);
	return Object.assign(server, {
		house,
		die(at?: RegExp) {
			deadAt = at;
			dead = false;
		}
	});
}
