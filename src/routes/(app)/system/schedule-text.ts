import { parseDuration } from '#core/text/duration.ts';
import type { I18n } from '$lib/i18n/i18n.ts';

export type Schedule = { every: string } | { cron: string; timeZone?: string | undefined };

/** A Sunday, so that adding the weekday's number gives that day. */
const sunday = Date.UTC(2026, 0, 4, 12);

const singles: Record<number, string> = {
	60_000: 'Every minute',
	3_600_000: 'Every hour',
	86_400_000: 'Every day'
};

/** 'Every 6 h', 'Daily at 03:30', 'Mondays at 04:00'; what is more special is shown as it was written. */
export function scheduleText(
	schedule: Schedule,
	{ t, duration, locale }: Pick<I18n, 't' | 'duration' | 'locale'>
) {
	if ('every' in schedule) {
		const ms = parseDuration(schedule.every) ?? 0;
		const single = singles[ms];
		return single ? t(single) : t('Every {span}', { span: duration(ms) });
	}
	const zone = schedule.timeZone ? ` (${schedule.timeZone})` : '';
	const [, minute, hour, weekday] = /^(\d{1,2}) (\d{1,2}) \* \* (\*|[0-7])$/.exec(schedule.cron) ?? [];
	if (minute === undefined || hour === undefined || weekday === undefined) return schedule.cron + zone;
	const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
	if (weekday === '*') return t('Daily at {time}', { time }) + zone;
	const day = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
		sunday + Number(weekday) * 86_400_000
	);
	return t('{day} at {time}', { day, time }) + zone;
}
