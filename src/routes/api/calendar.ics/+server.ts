import { z } from 'zod';
import { icsFeed } from '#core/calendar/ics.ts';
import { refusal } from '#core/access/permissions.ts';
import { forbidden, unauthorized } from '#server/platform/errors.ts';
import { api } from '#server/platform/web.ts';
import { calendarEvents } from './calendar-events.ts';

const dayMs = 86_400_000;
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export const GET = api(
	{
		// Calendar programs cannot send headers: the key in the address opens this door too.
		access: 'open',
		summary: 'What comes out, as a calendar to subscribe to',
		description: 'For calendar programs the key may stand in the address: `?apikey=`.',
		tags: ['Library'],
		query: z.object({
			past: z.number().int().min(0).max(365).default(14).meta({ description: 'Days back' }),
			future: z.number().int().min(1).max(730).default(90).meta({ description: 'Days ahead' }),
			unmonitored: z.boolean().default(false),
			apikey: z.string().max(200).optional()
		}),
		outputType: 'text/calendar'
	},
	async ({ app, actor, query: { past, future, unmonitored, apikey }, event }) => {
		const asking =
			actor ??
			(apikey
				? await app.accounts.authenticate(event.request.headers, event.getClientAddress(), apikey)
				: undefined);
		const refused = refusal('library.read', asking);
		if (refused) throw refused === 'forbidden' ? forbidden() : unauthorized();
		const now = Date.now();
		const entries = app.library.pages
			.calendar(day(now - past * dayMs), day(now + future * dayMs))
			.filter(({ monitored }) => unmonitored || monitored);
		return new Response(
			icsFeed('Bijou', new Date(now).toISOString(), calendarEvents(entries, event.url.origin)),
			{
				headers: {
					'content-type': 'text/calendar; charset=utf-8',
					'content-disposition': 'inline; filename="bijou.ics"',
					'cache-control': 'private, max-age=900'
				}
			}
		);
	}
);
