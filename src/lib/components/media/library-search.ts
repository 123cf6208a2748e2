import Film from '@lucide/svelte/icons/film';
import Plus from '@lucide/svelte/icons/plus';
import Search from '@lucide/svelte/icons/search';
import Tv from '@lucide/svelte/icons/tv';
import UserRound from '@lucide/svelte/icons/user-round';
import type { Command } from '$lib/client/commands.svelte.ts';
import type { I18n } from '$lib/i18n/i18n.ts';

interface Found {
	kind: 'movie' | 'series' | 'person';
	id: number;
	title: string;
	year: number | null;
	fileCount: number;
}

const looks = {
	movie: { icon: Film, word: 'Film', href: '/movies' },
	series: { icon: Tv, word: 'Series', href: '/series' },
	person: { icon: UserRound, word: 'Person', href: '/person' }
};

/** Films, series and people, while somebody types. */
export const librarySearch = {
	title: 'In the house',
	access: 'library.read' as const,
	async search(query: string, { signal, t }: { signal: AbortSignal; t: I18n['t'] }): Promise<Command[]> {
		const answer = await fetch(`/api/library/search?limit=7&q=${encodeURIComponent(query)}`, { signal });
		if (!answer.ok) return [];
		const { items } = (await answer.json()) as { items: Found[] };
		const commands = items.map(({ kind, id, title, year, fileCount }): Command => {
			const { icon, word, href } = looks[kind];
			const missing = kind !== 'person' && fileCount === 0 ? t('missing') : undefined;
			return {
				id: `${kind}-${id}`,
				title,
				hint: [year, t(word), missing].filter(Boolean).join(' · '),
				icon,
				href: `${href}/${id}`
			};
		});
		if (commands.length === 0) return [];
		const all = { id: 'search-all', title: t('All results for “{query}”', { query }), icon: Search };
		return [...commands, { ...all, href: `/search?q=${encodeURIComponent(query)}` }];
	}
};

const quietMs = 250;
const fewestLetters = 3;
const most = 4;

/** What could be added; asked for once somebody stops typing. */
export const beyondSearch = {
	title: 'Not in the house: add',
	access: 'library.edit' as const,
	async search(query: string, { signal, t }: { signal: AbortSignal; t: I18n['t'] }): Promise<Command[]> {
		if (query.trim().length < fewestLetters) return [];
		await new Promise((done) => setTimeout(done, quietMs));
		if (signal.aborted) return [];
		const answer = await fetch(`/api/library/beyond?q=${encodeURIComponent(query)}`, { signal });
		if (!answer.ok) return [];
		const { items } = (await answer.json()) as { items: (Omit<Found, 'id'> & { href: string })[] };
		return items.slice(0, most).map(({ kind, title, year, href }): Command => {
			const { word } = looks[kind];
			return { id: href, title, hint: [year, t(word)].filter(Boolean).join(' · '), icon: Plus, href };
		});
	}
};
