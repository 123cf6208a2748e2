import { z } from 'zod';
import { page } from '#server/platform/web.ts';
import { itemHistory } from '../../../item-history.ts';
import { itemRights, picturesOf } from '../../../item-load.ts';
import { seasonsOf } from './seasons.ts';

const params = z.object({ id: z.number().int() });
const query = z.object({ season: z.number().int().min(0).optional() });

export const load = page({ access: 'library.read', topics: ['library'], params, query }, async (context) => {
	const { app, actor, params, query } = context;
	const { seasons: all, ...series } = app.library.series(params.id, actor.userId);
	const today = new Date().toISOString().slice(0, 10);
	const { seasons, next, current, episodes } = seasonsOf(all, query.season);
	return {
		series,
		fit: app.library.seriesFit(series),
		seasons,
		next,
		current,
		episodes,
		today,
		pictures: picturesOf(app, series, [
			...seasons.map(({ posterPath }) => posterPath),
			...episodes.map(({ stillPath }) => stillPath)
		]),
		history: await itemHistory(app, 'series', series.id),
		rights: itemRights(actor)
	};
});
