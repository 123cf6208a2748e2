import { z } from 'zod';
import { page } from '#server/platform/web.ts';
import { monthOf } from './month.ts';

const query = z.object({
	month: z
		.string()
		.regex(/^\d{4}-(0[1-9]|1[0-2])$/)
		.optional(),
	all: z.boolean().default(false)
});

export const load = page({ access: 'library.read', topics: ['library'], query }, ({ app, query, url }) => {
	const today = new Date().toISOString().slice(0, 10);
	const month = monthOf(query.month ?? today.slice(0, 7));
	const entries = app.library.pages
		.calendar(month.from, month.until)
		.filter(({ monitored, have }) => query.all || monitored || have)
		.map(({ overview: _, posterPath: __, backdropPath: ___, ...entry }) => entry);
	return { month, entries, today, all: query.all, feed: `${url.origin}/api/calendar.ics` };
});
