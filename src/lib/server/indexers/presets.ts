/** Addresses people would otherwise look up; what differs by site is the address alone. */
export interface Preset {
	id: string;
	kind: 'torznab' | 'newznab';
	name: string;
	description: string;
	privacy: 'public' | 'private';
	settings: { url: string; apiPath?: string };
	/** Standard top categories it holds. */
	categories: number[];
}

const usenet = (id: string, name: string, url: string): Preset => ({
	id,
	kind: 'newznab',
	name,
	description: 'Usenet indexer; asks for the API key of your account.',
	privacy: 'private',
	settings: { url },
	categories: [2000, 3000, 5000, 7000]
});

export const presets: readonly Preset[] = [
	usenet('nzbgeek', 'NZBgeek', 'https://api.nzbgeek.info'),
	usenet('nzbfinder', 'NZBFinder', 'https://nzbfinder.ws'),
	usenet('drunkenslug', 'DrunkenSlug', 'https://api.drunkenslug.com'),
	usenet('nzbplanet', 'NZBPlanet', 'https://api.nzbplanet.net'),
	usenet('dognzb', 'DOGnzb', 'https://api.dognzb.cr'),
	usenet('althub', 'altHUB', 'https://api.althub.co.za'),
	usenet('ninjacentral', 'NinjaCentral', 'https://ninjacentral.co.za'),
	usenet('tabula-rasa', 'Tabula Rasa', 'https://www.tabula-rasa.pw'),
	{
		id: 'animetosho',
		kind: 'torznab',
		name: 'AnimeTosho',
		description: 'Feed of anime releases, for torrents.',
		privacy: 'public',
		settings: { url: 'https://feed.animetosho.org' },
		categories: [5000]
	}
];
