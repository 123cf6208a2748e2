import { expect, test } from 'vitest';
import { createI18n } from '../../../lib/i18n/i18n.ts';
import { scheduleText } from './schedule-text.ts';

const english = createI18n({ locale: 'en', timeZone: 'UTC', now: () => 0 });

test.each([
	[{ every: '6h' }, 'Every 6 hr'],
	[{ every: '1d' }, 'Every day'],
	[{ every: '60m' }, 'Every hour'],
	[{ every: '90m' }, 'Every 1 hr 30 min'],
	[{ cron: '5 3 * * *' }, 'Daily at 03:05'],
	[{ cron: '30 4 * * 1' }, 'Monday at 04:30'],
	[{ cron: '0 0 * * 7', timeZone: 'Asia/Tokyo' }, 'Sunday at 00:00 (Asia/Tokyo)'],
	[{ cron: '*/10 1-5 * * *' }, '*/10 1-5 * * *']
])('%j reads "%s"', (schedule, text) => {
	expect(scheduleText(schedule, english)).toBe(text);
});
