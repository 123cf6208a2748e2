export interface Entry {
	key: string;
	href: string;
	name: string;
	description: string;
	language: string;
	privacy: 'public' | 'semi-private' | 'private' | 'any';
	/** Standard top categories. */
	categories: readonly number[];
	protocol: string;
	added: boolean;
}

interface Filter {
	words: string;
	language: string;
	privacy: string;
	/** 0 for any. */
	category: number;
}

export const topCategories = [
	{ id: 2000, title: 'Films' },
	{ id: 5000, title: 'Series' },
	{ id: 3000, title: 'Music and audio' },
	{ id: 7000, title: 'Books' },
	{ id: 4000, title: 'Software' },
	{ id: 1000, title: 'Games' },
	{ id: 8000, title: 'Other' }
];

const privacyWords = {
	public: 'Open to everybody',
	'semi-private': 'With an account',
	private: 'By invitation',
	any: ''
};
export const privacyWord = (entry: Pick<Entry, 'privacy'>): string => privacyWords[entry.privacy];

const primary = (language: string) => language.split('-')[0]!;

/** Languages that occur, most frequent first, by their primary part. */
export function languagesOf(entries: readonly Entry[]): string[] {
	const counts = new Map<string, number>();
	for (const { language } of entries) {
		if (language) counts.set(primary(language), (counts.get(primary(language)) ?? 0) + 1);
	}
	return [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
}

/** Names that begin with the words come first. */
export function filtered<T extends Entry>(entries: readonly T[], filter: Filter): T[] {
	const words = filter.words.trim().toLowerCase().split(/\s+/).filter(Boolean);
	const matches = entries.filter(
		({ name, description, language, privacy, categories }) =>
			words.every((word) => `${name} ${description}`.toLowerCase().includes(word)) &&
			(!filter.language || primary(language) === filter.language) &&
			(!filter.privacy || privacy === filter.privacy) &&
			(!filter.category || categories.includes(filter.category))
	);
	if (!words.length) return matches;
	const starts = ({ name }: T) => name.toLowerCase().startsWith(words[0]!);
	return [...matches.filter(starts), ...matches.filter((entry) => !starts(entry))];
}
