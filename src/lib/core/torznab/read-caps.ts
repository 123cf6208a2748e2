import { parseXml } from '../definition/page/xml.ts';
import {
	elementChildren,
	filterElements,
	findElement,
	rootElement,
	type ElementNode
} from '../definition/page/tree.ts';
import type { Caps } from './caps.ts';
import { customCategoryBase, type Category } from './categories.ts';
import { modeElements } from './mode-elements.ts';
import { modeParameters, type ModeParameter, type SearchMode } from './query.ts';
import { readError, TorznabFault } from './torznab-fault.ts';

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
