import { page } from '#server/platform/web.ts';

/** Everything that can be added, light enough to filter in the browser. */
export const load = page({ access: 'settings.manage', topics: ['definitions', 'providers'] }, ({ app }) => {
	const { definitions, kindOfDefinition, presets } = app.indexers;
	const used = new Set(app.indexers.list().map(({ kind }) => kind));
	const generic = (['torznab', 'newznab'] as const).map((kind) => {
		const { title, description = '' } = app.providers.kind('indexer', kind);
		return {
			key: kind,
			href: `/settings/indexers/add/${kind}`,
			name: title,
			description,
			language: '',
			privacy: 'any' as const,
			categories: [] as number[],
			protocol: kind === 'newznab' ? 'usenet' : 'torrent',
			added: false
		};
	});
	const offered = presets.map(({ id, kind, name, description, privacy, categories }) => ({
		key: `preset-${id}`,
		href: `/settings/indexers/add/${kind}?preset=${id}`,
		name,
		description,
		language: 'en-US',
		privacy,
		categories,
		protocol: kind === 'newznab' ? 'usenet' : 'torrent',
		added: false
	}));
	const known = definitions.list().map(({ id, name, description, language, privacy, categories }) => ({
		key: kindOfDefinition(id),
		href: `/settings/indexers/add/${encodeURIComponent(kindOfDefinition(id))}`,
		name,
		description,
		language,
		privacy,
		categories,
		protocol: 'torrent',
		added: used.has(kindOfDefinition(id))
	}));
	// What needs nothing comes first.
	const rank = { public: 0, 'semi-private': 1, private: 2 };
	const entries = [...known, ...offered].sort((a, b) => rank[a.privacy] - rank[b.privacy]);
	return { entries, generic };
});
