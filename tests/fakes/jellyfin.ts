import { startFake, type FakeReply, type FakeRequest, type FakeServer } from './http.ts';

export interface JellyfinThing {
	Id: string;
	Type: 'Movie' | 'Series' | 'Episode';
	Name: string;
	ProductionYear?: number;
	ProviderIds?: Record<string, string>;
	Path?: string;
	SeriesId?: string;
	SeriesName?: string;
	ParentIndexNumber?: number;
	IndexNumber?: number;
	IndexNumberEnd?: number;
	RunTimeTicks?: number;
}

export interface JellyfinState {
	Played: boolean;
	PlaybackPositionTicks?: number;
	PlayCount?: number;
	LastPlayedDate?: string;
}

export interface FakeJellyfin extends FakeServer {
	apiKey: string;
	users: { Id: string; Name: string }[];
	locations: string[];
	things: JellyfinThing[];
	/** By "user item". */
	states: Record<string, JellyfinState>;
}

/** Jellyfin's API, version 10, as far as it is asked. */
export async function startFakeJellyfin(): Promise<FakeJellyfin> {
	const apiKey = '0123456789abcdef0123456789abcdef';
	const users: FakeJellyfin['users'] = [];
	const locations: string[] = [];
	const things: JellyfinThing[] = [];
	const states: FakeJellyfin['states'] = {};

	function items(query: URLSearchParams) {
		const types = (query.get('includeItemTypes') ?? '').split(',');
		const user = query.get('userId');
		const filter = query.get('filters');
		const found = things
			.filter(({ Type }) => types.includes(Type))
			.map((thing) => ({ ...thing, UserData: states[`${user} ${thing.Id}`] }))
			.filter(({ UserData }) => {
				if (filter === 'IsPlayed') return UserData?.Played === true;
				if (filter === 'IsResumable') return (UserData?.PlaybackPositionTicks ?? 0) > 0;
				return true;
			});
		const start = Number(query.get('startIndex') ?? 0);
		const limit = Number(query.get('limit') ?? found.length);
		return { Items: found.slice(start, start + limit), TotalRecordCount: found.length, StartIndex: start };
	}

	function reply({ path, query, headers }: FakeRequest): FakeReply {
		if (headers['x-emby-token'] !== apiKey) return { status: 401 };
		if (path === '/System/Info')
			return { body: { ServerName: 'Wohnzimmer', Version: '10.10.7', ProductName: 'Jellyfin Server' } };
		if (path === '/Users') return { body: users };
		if (path === '/Library/VirtualFolders') return { body: [{ Name: 'All', Locations: locations }] };
		if (path === '/Items') return { body: items(query) };
		return { status: 404 };
	}

	const server = await startFake(reply);
	return Object.assign(server, { apiKey, users, locations, things, states });
}
