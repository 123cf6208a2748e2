import { redirect } from '@sveltejs/kit';
import type { App } from '#server/app.ts';
import { action, page } from '#server/platform/web.ts';
import { draftFrom, providerForm } from '../../../providers/[port]/port.ts';

const access = 'settings.manage';
const kindIn = (app: App, params: Record<string, string>) => app.providers.kind('indexer', params['kind']!);
const form = ({ app, params }: { app: App; params: Record<string, string> }) =>
	providerForm(kindIn(app, params).fields);

function freeName(app: App, name: string): string {
	const taken = new Set(app.indexers.list().map((indexer) => indexer.name));
	for (let count = 1; ; count++) {
		const candidate = count === 1 ? name : `${name} ${count}`;
		if (!taken.has(candidate)) return candidate;
	}
}

export const load = page({ access }, ({ app, params, url }) => {
	const kind = kindIn(app, params);
	const definition = app.indexers.definitions
		.list()
		.find(({ id }) => app.indexers.kindOfDefinition(id) === kind.kind);
	const preset = app.indexers.presets.find(
		({ id, kind: of }) => of === kind.kind && id === url.searchParams.get('preset')
	);
	return {
		kind,
		name: freeName(app, preset?.name ?? kind.title),
		settings: preset?.settings ?? {},
		notes: definition?.notes ?? [],
		link: definition?.links[0],
		privacy: definition?.privacy
	};
});

export const actions = {
	save: action({ access, form }, ({ app, params, form }) => {
		const { kind, fields } = kindIn(app, params);
		app.providers.create('indexer', { kind, ...draftFrom(fields, form) });
		redirect(303, '/settings/indexers');
	}),
	test: action({ access, form }, async ({ app, params, form }) => {
		const { kind, fields } = kindIn(app, params);
		return {
			tested: await app.providers.test('indexer', { kind, ...draftFrom(fields, form) }),
			values: form
		};
	})
};
