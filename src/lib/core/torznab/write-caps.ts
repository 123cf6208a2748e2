import type { Caps } from './caps.ts';
import { categoryById, type Category } from './categories.ts';
import { modeElements } from './mode-elements.ts';
import { element, xmlDocument } from './xml-text.ts';

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
