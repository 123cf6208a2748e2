import { categoryById, type Category } from '../torznab/categories.ts';
import type { CategoryMapping, Definition } from './definition.ts';

/** Wanted ids, with each parent also standing for those of its children that the definition maps. */
export function expandWanted(definition: Definition, wanted: readonly number[]): Set<number> {
	const expanded = new Set(wanted);
	for (const { standardId } of definition.categories) {
		const parent = categoryById(standardId)?.parent;
		if (parent !== undefined && expanded.has(parent)) expanded.add(standardId);
	}
	return expanded;
}

const idsOf = (mapping: CategoryMapping): number[] =>
	mapping.customId === undefined ? [mapping.standardId] : [mapping.standardId, mapping.customId];

/** The site's own ids to ask for, in file order. */
export function trackerCategories(definition: Definition, wanted: readonly number[]): string[] {
	const expanded = expandWanted(definition, wanted);
	const chosen = definition.categories.filter((mapping) => idsOf(mapping).some((id) => expanded.has(id)));
	const mappings = chosen.length ? chosen : definition.categories.filter((mapping) => mapping.isDefault);
	return [...new Set(mappings.map((mapping) => mapping.id))];
}

const sameText = (a: string | undefined, b: string) => a?.toLowerCase() === b.toLowerCase();

export const categoriesById = (definition: Definition, trackerId: string): number[] =>
	definition.categories.filter((mapping) => sameText(mapping.id, trackerId)).flatMap(idsOf);

export const categoriesByDescription = (definition: Definition, description: string): number[] =>
	definition.categories.filter((mapping) => sameText(mapping.description, description)).flatMap(idsOf);

/** All categories the definition can hold: standard ones, their parents, then its own. */
export function offeredCategories(definition: Definition): Category[] {
	const offered = new Map<number, Category>();
	for (const { standardId } of definition.categories) {
		const category = categoryById(standardId)!;
		const parent = category.parent === undefined ? undefined : categoryById(category.parent);
		for (const one of [parent, category]) if (one) offered.set(one.id, one);
	}
	const standard = [...offered.values()].sort((a, b) => a.id - b.id);
	const own = definition.categories.flatMap(({ customId, description }) =>
		customId !== undefined && description ? [{ id: customId, name: description }] : []
	);
	return [...standard, ...new Map(own.map((category) => [category.id, category])).values()];
}
