import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import type { Access } from '#core/access/permissions.ts';
import type { Command } from '$lib/client/commands.svelte.ts';
import type { I18n } from '$lib/i18n/i18n.ts';
import { beyondSearch, librarySearch } from '$lib/components/media/library-search.ts';
import { matchScore } from './match.ts';

export interface SearchProvider {
	/** Heading of its results, in English. */
	title: string;
	access: Access;
	/** Best first, with titles as they are shown. */
	search(query: string, context: { signal: AbortSignal; t: I18n['t'] }): Promise<Command[]>;
}

interface Section {
	section: string;
	title: string;
	description?: string;
}

let sections: Promise<Section[]> | undefined;

/** Sections come with the program: they are asked for once, not with every letter typed. */
async function readSections(): Promise<Section[]> {
	const answer = await fetch('/api/settings').catch(() => undefined);
	if (answer?.ok) return ((await answer.json()) as { items: Section[] }).items;
	sections = undefined;
	return [];
}

const settings: SearchProvider = {
	title: 'Settings',
	access: 'settings.manage',
	async search(query, { t }) {
		const items = await (sections ??= readSections());
		return items
			.map(({ section, title, description = '' }) => ({
				score: Math.max(matchScore(query, t(title)), matchScore(query, t(description)) * 0.5),
				command: {
					id: `settings-${section}`,
					title: t(title),
					hint: t(description),
					icon: SlidersHorizontal,
					href: `/settings/${section}`
				}
			}))
			.filter(({ score }) => score > 250)
			.sort((a, b) => b.score - a.score)
			.map(({ command }) => command);
	}
};

/** What the palette asks as one types; a domain with something to find adds itself here. */
export const searchProviders: readonly SearchProvider[] = [librarySearch, settings, beyondSearch];
