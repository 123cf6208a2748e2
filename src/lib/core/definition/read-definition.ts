import { categoryByName, customCategoryBase } from '../torznab/categories.ts';
import type { CategoryMapping, Definition, DefinitionTest, SettingSpec } from './definition.ts';
import type { Fault } from './faults.ts';
import { readDownload } from './read-download.ts';
import { readLogin } from './read-login.ts';
import { readMap, type MapReader } from './read-node.ts';
import { readSearch } from './read-search.ts';
import { sha1 } from './sha1.ts';
import { readTree } from './yaml-tree.ts';

export interface DefinitionReading {
	/** Absent when an error makes the definition unusable. */
	definition?: Definition;
	faults: Fault[];
}

/** Reads a definition file. Faults of severity `error` mean it cannot be used. */
export function readDefinition(text: string): DefinitionReading {
	const { root, faults } = readTree(text);
	if (!root) return { faults };
	if (root.kind !== 'map') {
		return {
			faults: [
				{
					severity: 'error',
					message: 'A definition is a map of keys (id, name, links, ...).',
					line: 1,
					column: 1
				}
			]
		};
	}
	const definition = readTop(readMap(root, '', faults));
	const sorted = faults.toSorted((a, b) => a.line - b.line || a.column - b.column);
	return sorted.some((fault) => fault.severity === 'error')
		? { faults: sorted }
		: { definition, faults: sorted };
}

function readTop(top: MapReader): Definition {
	const strings = (key: string) => top.texts(key).map((text) => text.text);
	const login = top.map('login');
	const download = top.map('download');
	const name = top.required('name').text;
	const definition: Definition = {
		id: top.required('id').text,
		name,
		description: top.string('description') ?? '',
		language: top.string('language') ?? 'en-US',
		type: top.oneOf('type', ['public', 'semi-private', 'private'], 'private'),
		encoding: top.string('encoding')?.trim() || 'UTF-8',
		followRedirect: top.flag('followredirect', false),
		testLinkTorrent: top.flag('testlinktorrent', true),
		requestDelaySeconds: Math.max(0, top.number('requestDelay', 0)),
		links: readLinks(top),
		legacyLinks: strings('legacylinks'),
		replaces: strings('replaces'),
		certificates: strings('certificates'),
		settings: readSettings(top),
		...readCaps(top),
		...(login && { login: readLogin(login) }),
		search: readSearch(top),
		...(download && { download: readDownload(download) }),
		tests: readTests(top)
	};
	top.node('ratio');
	top.done();
	return definition;
}

function readLinks(top: MapReader): string[] {
	const links = top.texts('links').map(({ text }) => (text.endsWith('/') ? text : `${text}/`));
	if (!links.length) top.fault('"links" must name at least one address of the site.', 'links');
	for (const link of links) if (!URL.canParse(link)) top.fault(`"${link}" is not an address.`, 'links');
	return links;
}

const defaultSettings: SettingSpec[] = [
	{ name: 'username', type: 'text', label: 'Username', default: null, options: [], defaults: [], line: 0 },
	{ name: 'password', type: 'password', label: 'Password', default: null, options: [], defaults: [], line: 0 }
];

function readSettings(top: MapReader): SettingSpec[] {
	if (!top.has('settings')) return defaultSettings;
	return top.maps('settings').map((map) => {
		const name = map.required('name').text;
		const setting = {
			name,
			type: map.string('type') ?? 'text',
			label: map.string('label') ?? name,
			default: map.string('default') ?? null,
			options: map.pairs('options').map(({ key, value }) => ({ value: key, label: value.text })),
			defaults: map.texts('defaults').map((text) => text.text),
			line: map.line
		};
		map.done();
		return setting;
	});
}

function readCaps(
	top: MapReader
): Pick<Definition, 'modes' | 'categories' | 'allowRawSearch' | 'allowTvSearchImdb'> {
	const caps = top.map('caps');
	if (!caps) {
		top.fault('"caps" is missing.');
		return { modes: {}, categories: [], allowRawSearch: false, allowTvSearchImdb: false };
	}
	const modes: Record<string, string[]> = {};
	for (const { key } of caps.named('modes'))
		modes[key] = caps
			.map('modes')!
			.texts(key)
			.map((text) => text.text);
	if (!modes['search']) caps.fault('"caps.modes" must contain "search: [q]".', 'modes');
	const result = {
		modes,
		categories: [...readCategoryMap(caps), ...caps.maps('categorymappings').flatMap(readCategoryMapping)],
		allowRawSearch: caps.flag('allowrawsearch', false),
		allowTvSearchImdb: caps.flag('allowtvsearchimdb', false)
	};
	caps.done();
	return result;
}

function readCategoryMap(caps: MapReader): CategoryMapping[] {
	return caps.pairs('categories').flatMap(({ key, value }) => {
		const standard = categoryByName(value.text);
		if (!standard)
			caps.warn(`"${value.text}" is not a standard category; the entry is ignored.`, 'categories');
		return standard ? [{ id: key, standardId: standard.id, isDefault: false }] : [];
	});
}

function readCategoryMapping(map: MapReader): CategoryMapping[] {
	const id = map.required('id').text;
	const name = map.string('cat') ?? '';
	const description = map.string('desc');
	const isDefault = map.flag('default', false);
	map.done();
	const standard = categoryByName(name);
	if (!standard) {
		map.warn(`"${name}" is not a standard category; the entry is ignored.`, 'cat');
		return [];
	}
	return [
		{ id, standardId: standard.id, isDefault, ...(description && { description, customId: customId(id) }) }
	];
}

/** The id other programs give to a site's own category. */
export function customId(trackerId: string): number {
	if (/^\d{1,9}$/.test(trackerId)) return customCategoryBase + Number(trackerId);
	const digest = sha1(trackerId);
	return customCategoryBase + digest[0]! + digest[1]! * 256;
}

function readTests(top: MapReader): DefinitionTest[] {
	const strings = (pairs: { key: string; value: { text: string } }[]) =>
		Object.fromEntries(pairs.map(({ key, value }) => [key, value.text]));
	return top.maps('tests').map((map) => {
		const test: DefinitionTest = {
			name: map.string('name') ?? '',
			query: strings(map.pairs('query')),
			answers: map.maps('answers').map((answer) => {
				const read = {
					path: answer.required('path').text,
					status: answer.number('status', 200),
					type: answer.string('type') ?? 'text/html',
					body: answer.string('body') ?? ''
				};
				answer.done();
				return read;
			}),
			expect: [],
			line: map.line
		};
		const expected = map.node('expect');
		if (expected?.kind === 'list') {
			test.expect = expected.items.map((item) =>
				item.kind === 'map'
					? Object.fromEntries(
							item.entries.map(({ key, value }) => [key, value.kind === 'scalar' ? (value.text ?? '') : ''])
						)
					: {}
			);
		}
		map.done();
		return test;
	});
}
