import { redirect, type ServerLoadEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { Actor } from '#core/access/permissions.ts';
import { standardCategories } from '#core/torznab/categories.ts';
import type { App } from '#server/app.ts';
import { action, page } from '#server/platform/web.ts';
import { toRequest } from '../../api/download/grab/grab-body.ts';
import { askedItem, type AskedItem } from '../../api/search/asked-item.ts';
import { toLines, whole } from '../../api/search/lines.ts';
import { searchQuery } from '../../api/search/wish.ts';
import { isWide, tidied } from './question.ts';
import { wantedHere } from './wanted.ts';

const clientPort = 'download-client';
const mostGrabs = 300;
const query = searchQuery.extend({
	wait: z
		.boolean()
		.optional()
		.meta({ description: 'The page comes with what was found, for browsers without scripts' })
});

/** A form without scripts sends fields that say nothing: the address is made one that can be kept and shared. */
function withTidyAddress<T>(load: (event: ServerLoadEvent) => T) {
	return (event: ServerLoadEvent): T => {
		const { searchParams, pathname } = event.url;
		const tidy = tidied(searchParams);
		const isVisit = event.request.method === 'GET';
		if (isVisit && String(tidy) !== String(searchParams)) redirect(303, `${pathname}?${tidy}`);
		return load(event);
	};
}

export const load = withTidyAddress(
	page(
		{ access: 'search.use', query, topics: ['providers', 'downloads'] },
		async ({ app, actor, query: { wait, ...query }, url, event }) => {
			const asked = askedItem(app, actor.userId, query);
			const parameters = tidied(url.searchParams);
			parameters.delete('wait');
			const isAsked = asked !== undefined || parameters.has('q') || isWide(parameters);
			const answers = wait && isAsked && !event.isDataRequest;
			return {
				query,
				key: isAsked ? String(parameters) : '',
				wide: isWide(parameters),
				item: asked && {
					title: asked.title,
					year: asked.year,
					href: asked.kind === 'movie' ? `/movies/${asked.id}` : `/series/${asked.id}`,
					ref: refOf(asked)
				},
				found: answers
					? await whole(toLines(app, query, { userId: actor.userId, signal: event.request.signal }))
					: undefined,
				indexers: app.indexers
					.list()
					.filter(({ enabled }) => enabled)
					.map(({ id, name }) => ({ id, name })),
				categories: standardCategories,
				wanted: isAsked ? undefined : wantedHere(app, actor),
				profile: (asked?.profile ?? app.profiles.fallback()).name,
				...grabbing(app, actor)
			};
		}
	)
);

/** For browsers without scripts; with them the page asks the API. */
export const actions = {
	grab: action(
		{
			access: 'downloads.manage',
			form: searchQuery.pick({ movie: true, series: true, season: true, episode: true }).extend({
				download: z.string().min(1).max(20_000),
				force: z.boolean().default(false)
			})
		},
		async ({ app, actor, form: { download, force, ...asked }, event }) => {
			const item = askedItem(app, actor.userId, asked);
			const request = toRequest(app, { download, force, ...(item && { item: refOf(item) }) });
			const by = { userId: actor.userId, name: actor.name };
			const { title, client } = await app.downloads.grab(request, by, event.request.signal);
			return { grabbed: { title, client } };
		}
	)
};

const refOf = ({ kind, id, season, episode }: AskedItem) => ({
	kind,
	id,
	...(season !== undefined && { season }),
	...(episode && { episodeIds: [episode.id] })
});
/** What was grabbed already, and who could take more. */
function grabbing(app: App, { permissions }: Actor) {
	const clients = app.providers.list(clientPort).filter(({ enabled }) => enabled);
	return {
		mayGrab: permissions.has('downloads.manage'),
		clients: clients.map(({ id, name }) => ({ id, name })),
		clientsHref:
			app.providers.ports().find(({ port }) => port === clientPort)?.href ??
			`/settings/providers/${clientPort}`,
		grabs: app.downloads
			.queue({ limit: mostGrabs })
			.items.map(({ id, title, hash, state, progress }) => ({ id, title, hash, state, progress }))
	};
}
