export interface MenuEntry {
	title: string;
	description?: string | undefined;
	href: string;
}
export interface MenuGroup {
	title: string;
	entries: MenuEntry[];
}

interface Section {
	section: string;
	title: string;
	description?: string | undefined;
	group: string;
}
interface Port {
	port: string;
	title: string;
	description?: string | undefined;
	/** Its page, when it has one of its own. */
	href?: string | undefined;
}

/** Pages that are more than a form, each under the group it belongs to. */
const pages: readonly (MenuEntry & { group: string })[] = [
	{
		group: 'Library',
		title: 'Root folders',
		description: 'Where the films and series of the house lie.',
		href: '/settings/root-folders'
	},
	{
		group: 'Library',
		title: 'Bring a library along',
		description: 'Items, profiles, history and watched states from Sonarr, Radarr and Jellyfin.',
		href: '/settings/bring'
	},
	{
		group: 'Releases',
		title: 'Profiles',
		description: 'Which qualities are wanted, which is best, and when it is good enough.',
		href: '/settings/profiles'
	},
	{
		group: 'Releases',
		title: 'Formats',
		description: 'Named traits of releases that profiles give a score.',
		href: '/settings/formats'
	}
];

/** Sections under their group, then pages, then what can be connected. */
export function settingsMenu(sections: readonly Section[], ports: readonly Port[]): MenuGroup[] {
	const groups = new Map<string, MenuEntry[]>();
	for (const { section, group, title, description } of sections) {
		const entries = groups.get(group) ?? [];
		groups.set(group, [...entries, { title, description, href: `/settings/${section}` }]);
	}
	for (const { group, ...entry } of pages) groups.set(group, [...(groups.get(group) ?? []), entry]);
	const connections = ports.map(({ port, title, description, href }) => ({
		title,
		description,
		href: href ?? `/settings/providers/${port}`
	}));
	if (connections.length > 0) groups.set('Connections', connections);
	return [...groups].map(([title, entries]) => ({ title, entries }));
}
