import { parseXml } from '../definition/page/xml.ts';
import {
	elementChildren,
	filterElements,
	findElement,
	rootElement,
	type ElementNode
} from '../definition/page/tree.ts';
import type { Caps } from './caps.ts';
import { categoryById, customCategoryBase, type Category } from './categories.ts';
import { modeParameters, type ModeParameter, type SearchMode } from './query.ts';
import { readError, TorznabFault } from './torznab-fault.ts';
import { element, xmlDocument } from './xml-text.ts';

/** The names of the modes in a caps document; music goes by two of them. */
const modeElements: [element: string, mode: SearchMode][] = [
	['search', 'search'],
	['tv-search', 'tv-search'],
	['movie-search', 'movie-search'],
	['music-search', 'music-search'],
	['audio-search', 'music-search'],
	['book-search', 'book-search']
];

export function writeCaps(caps: Caps, server = 'Bijou'): string {
	const modes = modeElements.map(([name, mode]) => {
		const parameters = caps.modes[mode];
		return element(name, {
			available: parameters ? 'yes' : 'no',
			supportedParams: (parameters ?? []).join(','),
			...(caps.rawSearch && parameters && { searchEngine: 'raw' })
		});
	});
	return xmlDocument(
		element(
			'caps',
			{},
			[
				element('server', { title: caps.server ?? server }),
				element('limits', { default: caps.limits.default, max: caps.limits.max }),
				element('searching', {}, modes.join('')),
				element('categories', {}, categoryTree(caps.categories))
			].join('')
		)
	);
}

/** Children stand below their parents, own categories of an indexer beside them. */
function categoryTree(categories: readonly Category[]): string {
	const tops = new Map<number, Category>();
	const children = new Map<number, Category[]>();
	for (const category of categories) {
		const parent = category.parent ?? categoryById(category.id)?.parent;
		if (parent === undefined) tops.set(category.id, category);
		else children.set(parent, [...(children.get(parent) ?? []), category]);
	}
	for (const id of children.keys()) {
		if (!tops.has(id)) tops.set(id, categoryById(id) ?? { id, name: String(id) });
	}
	return [...tops.values()]
		.sort((a, b) => a.id - b.id)
		.map(({ id, name }) => {
			const below = (children.get(id) ?? []).map((child) =>
				element('subcat', { id: child.id, name: child.name })
			);
			return element('category', { id, name }, below.join(''));
		})
		.join('');
}

const defaultParameters: Partial<Record<SearchMode, ModeParameter[]>> = {
	search: ['q'],
	'tv-search': ['q', 'rid', 'season', 'ep'],
	'movie-search': ['q'],
	'music-search': ['q'],
	'book-search': ['q']
};

/** Reads what an indexer says of itself. Gaps are filled with what its kind commonly can. */
export function readCaps(xml: string): Caps {
	const root = rootElement(parseXml(xml));
	const error = root && readError(root);
	if (error) throw error;
	if (root?.name !== 'caps') throw new TorznabFault(900, 'The answer is not a caps document.');
	const limits = childOf(root, 'limits');
	const server = childOf(root, 'server')?.attributes.get('title');
	const size = (name: string) => Number(limits?.attributes.get(name)) || undefined;
	const usual = size('default') ?? size('max') ?? 100;
	return {
		modes: readModes(root),
		categories: filterElements(root, ({ name }) => name === 'category').flatMap(readCategory),
		rawSearch: filterElements(root, ({ name }) => name === 'search' || name.endsWith('-search')).some(
			(mode) => mode.attributes.get('searchEngine') === 'raw'
		),
		limits: { default: usual, max: size('max') ?? usual },
		...(server && { server })
	};
}

const childOf = (root: ElementNode, wanted: string) => findElement(root, ({ name }) => name === wanted);

function readModes(root: ElementNode): Caps['modes'] {
	const modes: Caps['modes'] = {};
	for (const [name, mode] of modeElements) {
		const found = childOf(root, name);
		if (found?.attributes.get('available')?.toLowerCase() !== 'yes') continue;
		const given = found.attributes
			.get('supportedParams')
			?.split(',')
			.map((text) => text.trim().toLowerCase());
		const known = given?.filter((text): text is ModeParameter => Object.hasOwn(modeParameters, text));
		modes[mode] ??= known?.length ? known : (defaultParameters[mode] ?? ['q']);
	}
	return modes;
}

function readCategory(category: ElementNode): Category[] {
	const id = Number(category.attributes.get('id'));
	if (!Number.isInteger(id)) return [];
	const name = category.attributes.get('name') ?? String(id);
	const below = elementChildren(category).filter((child) => child.name === 'subcat');
	return [
		{ id, name },
		...below.flatMap((child) => {
			const childId = Number(child.attributes.get('id'));
			if (!Number.isInteger(childId)) return [];
			const childName = child.attributes.get('name') ?? String(childId);
			const full =
				childName.includes('/') || childId >= customCategoryBase ? childName : `${name}/${childName}`;
			return [{ id: childId, name: full, parent: id }];
		})
	];
}
