import { expect, test } from 'vitest';
import { icsFeed } from './ics.ts';

const stamp = '2026-03-01T08:00:00.000Z';
const event = { id: 'episode-1@bijou', day: '2026-02-28', title: 'Harbour; the end, at last' };

test('a day lasts until the next one, and signs with a meaning are escaped', () => {
	const feed = icsFeed('Bijou', stamp, [{ ...event, description: 'One\nTwo\\Three' }]);
	expect(feed).toContain('DTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\n');
	expect(feed).toContain('SUMMARY:Harbour\\; the end\\, at last');
	expect(feed).toContain('DESCRIPTION:One\\nTwo\\\\Three');
	expect(feed).toContain('DTSTAMP:20260301T080000Z');
	expect(feed.endsWith('END:VCALENDAR\r\n')).toBe(true);
});

test('no line is longer than 75 octets, and no letter is cut', () => {
	const title = '東京物語'.repeat(30);
	const feed = icsFeed('Bijou', stamp, [{ ...event, title }]);
	for (const line of feed.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
	expect(feed.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
});
