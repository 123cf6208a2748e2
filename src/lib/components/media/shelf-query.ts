import type { ItemFilterQuery } from '#core/library/item-query.ts';

export type ShelfQuery = ItemFilterQuery & { sort?: string | undefined };

/** The address of a list with some of its wishes changed; an empty value takes a wish away. */
export function shelfAddress(
	path: string,
	query: ShelfQuery,
	change: Record<string, string | undefined> = {}
) {
	const parameters = new URLSearchParams(shelfSearch(query));
	for (const [key, value] of Object.entries(change)) {
		if (value) parameters.set(key, value);
		else parameters.delete(key);
	}
	const search = parameters.toString();
	return search ? `${path}?${search}` : path;
}

/** The same wishes always give the same text. */
export const shelfSearch = (query: ShelfQuery): string =>
	new URLSearchParams(
		Object.entries(query)
			.filter(([, value]) => value !== undefined && value !== '')
			.map(([key, value]): [string, string] => [key, String(value)])
			.sort(([a], [b]) => (a < b ? -1 : 1))
	).toString();

export interface Facets {
	genres: readonly string[];
	resolutions: readonly string[];
	years: { first: number; last: number } | null;
	libraries: readonly { id: number; name: string }[];
	tags: readonly { id: number; name: string }[];
	profiles: readonly { id: string; name: string }[];
	/** The profile of the house. */
	usual: string;
}

export interface FilterField {
	key: keyof ShelfQuery;
	title: string;
	options: readonly { value: string; title: string }[];
}

const yesNo = (yes: string, no: string) => [
	{ value: 'true', title: yes },
	{ value: 'false', title: no }
];
const named = (list: readonly { id: number | string; name: string }[]) =>
	list.map(({ id, name }) => ({ value: String(id), title: name }));
const plain = (list: readonly string[]) => list.map((value) => ({ value, title: value }));

/** What the panel offers: only fields with a choice in them. Titles are English. */
export function filterFields(facets: Facets): FilterField[] {
	const fields: FilterField[] = [
		{ key: 'genre', title: 'Genre', options: plain(facets.genres) },
		{
			key: 'files',
			title: 'On disk',
			options: [
				{ value: 'have', title: 'In the house' },
				{ value: 'missing', title: 'Missing' }
			]
		},
		{ key: 'watched', title: 'Seen', options: yesNo('Watched', 'Not watched yet') },
		{ key: 'resolution', title: 'Resolution', options: plain(facets.resolutions) },
		{ key: 'monitored', title: 'Monitored', options: yesNo('Monitored', 'Not monitored') },
		{
			key: 'library',
			title: 'Library',
			options: facets.libraries.length > 1 ? named(facets.libraries) : []
		},
		{ key: 'profile', title: 'Profile', options: named(facets.profiles) },
		{ key: 'tag', title: 'Tag', options: named(facets.tags) }
	];
	return fields.filter(({ options }) => options.length > 0);
}

export const sortChoices = [
	{ key: 'title', title: 'Title', descendingFirst: false },
	{ key: 'added', title: 'Newly added', descendingFirst: true },
	{ key: 'year', title: 'Year', descendingFirst: true },
	{ key: 'rating', title: 'Rating', descendingFirst: true },
	{ key: 'size', title: 'Size', descendingFirst: true },
	{ key: 'profile', title: 'Profile', descendingFirst: false }
] as const;

export const sortOf = (query: ShelfQuery) => {
	const text = query.sort ?? 'title';
	return { key: text.replace(/^[-+]/, ''), descending: text.startsWith('-') };
};

/** Pressing the order that is in use turns it round. */
export function turnedSort(query: ShelfQuery, key: string): string {
	const now = sortOf(query);
	const first = sortChoices.find((choice) => choice.key === key)?.descendingFirst ?? false;
	const descending = now.key === key ? !now.descending : first;
	return descending ? `-${key}` : key;
}
