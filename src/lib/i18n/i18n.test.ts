import { expect, test } from 'vitest';
import { messages } from './de/shell.ts';
import { createI18n } from './i18n.ts';
import { chooseLocale } from './locale.ts';

const now = Date.parse('2026-11-21T18:30:00Z');
const english = createI18n({ locale: 'en', tag: 'en-GB', timeZone: 'Europe/Berlin', now: () => now });
const german = createI18n({ locale: 'de', timeZone: 'Europe/Berlin', now: () => now, messages });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('English is its own key; German comes from the catalogue and falls back to English', () => {
	expect(english.t('Settings')).toBe('Settings');
	expect(german.t('Settings')).toBe('Einstellungen');
	expect(german.t('Not translated yet')).toBe('Not translated yet');
});

test.each([
	[1, '1 thing is in order', '1 Sache ist in Ordnung'],
	[0, '0 things are in order', '0 Sachen sind in Ordnung'],
	[1200, '1,200 things are in order', '1.200 Sachen sind in Ordnung']
])('words follow the number %d', (count, inEnglish, inGerman) => {
	const message = '{count} {count|thing is|things are} in order';
	expect(english.t(message, { count })).toBe(inEnglish);
	expect(german.t(message, { count })).toBe(inGerman);
});

test('an unknown slot stays visible, so that it is noticed', () => {
	expect(english.t('Hello {name}', { nome: 'Ida' })).toBe('Hello {name}');
});

const rooms = import.meta.glob<{ messages: Record<string, string> }>('./de/*.ts', { eager: true });
const all = Object.values(rooms).flatMap((room) => Object.entries(room.messages));

test('every German message has the slots of its English one', () => {
	expect(all.length).toBeGreaterThan(1_000);
	const slots = (text: string) =>
		[...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();
	for (const [key, text] of all) expect.soft(slots(text), key).toEqual(slots(key));
});

test('German keeps to one form of address and one word for the library', () => {
	const strays = /\b(?:du|dich|dir|dein\w*|bist|hast|kannst|willst|siehst|musst)\b|Bibliothek/i;
	expect(all.map(([, text]) => text).filter((text) => strays.test(text))).toEqual([]);
});

test.each([
	[0, '0 byte'],
	[999, '999 byte'],
	[1536, '1.5 kB'],
	[250_000_000, '250 MB'],
	[41_200_000_000, '41.2 GB'],
	[3e15, '3 PB']
])('%d bytes are written %s', (size, text) => {
	expect(plain(english.bytes(size))).toBe(text);
});

test.each([
	[850, '850 ms'],
	[42_000, '42 secs'],
	[200_000, '3 mins 20 secs'],
	[7_500_000, '2 hrs 5 mins'],
	[7_200_000, '2 hrs'],
	[90_000_000, '1 day 1 hr']
])('%d milliseconds last %s', (ms, text) => {
	expect(plain(english.duration(ms))).toBe(text);
});

test.each([
	[now - 3000, 'now', 'jetzt'],
	[now - 45_000, '45 seconds ago', 'vor 45 Sekunden'],
	[now - 3 * 3_600_000, '3 hours ago', 'vor 3 Stunden'],
	[now - 86_400_000, 'yesterday', 'gestern'],
	[now + 2 * 60_000, 'in 2 minutes', 'in 2 Minuten'],
	[now - 40 * 86_400_000, 'last month', 'letzten Monat']
])('relative times', (moment, inEnglish, inGerman) => {
	expect(plain(english.relative(moment))).toBe(inEnglish);
	expect(plain(german.relative(moment))).toBe(inGerman);
});

test('times are told in the zone of the house', () => {
	expect(plain(english.date(now, 'both'))).toContain('19:30');
	expect(plain(german.date(now, 'date'))).toBe('21.11.2026');
});

test.each([
	['de', 'en-US,en;q=0.9', 'de', 'de'],
	[undefined, 'de-AT,de;q=0.9,en;q=0.8', 'de', 'de-AT'],
	[undefined, 'fr-FR,fr;q=0.9,en-GB;q=0.5', 'en', 'en-GB'],
	['xx', null, 'en', 'en'],
	[undefined, '*, ;;q=, <script>', 'en', 'en'],
	['constructor', '__proto__', 'en', 'en']
])('chosen %s and accepting %s speaks %s (%s)', (chosen, accept, locale, tag) => {
	expect(chooseLocale(chosen, accept)).toEqual({ locale, tag });
});
