import type { CalendarEvent } from '#core/calendar/ics.ts';
import type { App } from '#server/app.ts';

type Entry = ReturnType<App['library']['pages']['calendar']>[number];

const releases: Record<Entry['release'], string> = {
	episode: '',
	cinema: 'in cinemas',
	digital: 'to stream',
	physical: 'on disc'
};

/** Episodes and films as calendars show them. */
export const calendarEvents = (entries: readonly Entry[], origin: string): CalendarEvent[] =>
	entries.map(({ kind, id, release, season, number, title, episodeTitle, overview, day }) => ({
		id: `${kind}-${id}-${kind === 'movie' ? release : `${season}x${number}`}@bijou`,
		day,
		title:
			kind === 'movie'
				? `${title} (${releases[release]})`
				: `${title} ${season}x${String(number).padStart(2, '0')}${episodeTitle ? ` ${episodeTitle}` : ''}`,
		description: overview ?? undefined,
		url: `${origin}/${kind === 'movie' ? 'movies' : 'series'}/${id}`
	}));
