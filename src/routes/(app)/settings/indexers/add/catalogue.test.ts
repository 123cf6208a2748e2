import { expect, test } from 'vitest';
import { filtered, languagesOf, type Entry } from './catalogue.ts';

const entry = (name: string, given: Partial<Entry> = {}): Entry => ({
	key: name,
	href: '/',
	name,
	description: '',
	language: 'en-US',
	privacy: 'public',
	categories: [2000],
	protocol: 'torrent',
	added: false,
	...given
});
const entries = [
	entry('Old Archive'),
	entry('Archive', { description: 'Films and books', categories: [2000, 7000] }),
	entry('Laterne', { language: 'de-DE', privacy: 'private' }),
	entry('Nuit', { language: 'fr', description: 'an archive of films' })
];
const any = { words: '', language: '', privacy: '', category: 0 };
const names = (filter: Partial<typeof any>) =>
	filtered(entries, { ...any, ...filter }).map(({ name }) => name);

test('names that begin with the words come before others that hold them', () => {
	expect(names({ words: 'archive' })).toEqual(['Archive', 'Old Archive', 'Nuit']);
	expect(names({ words: 'films archive' })).toEqual(['Archive', 'Nuit']);
});

test('language, openness and kind narrow it down', () => {
	expect(names({ language: 'de' })).toEqual(['Laterne']);
	expect(names({ privacy: 'private' })).toEqual(['Laterne']);
	expect(names({ category: 7000 })).toEqual(['Archive']);
	expect(languagesOf(entries)).toEqual(['en', 'de', 'fr']);
});
