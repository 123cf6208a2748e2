import { offeredCategories } from '#core/definition/category-map.ts';
import type { Definition, LoginMethod } from '#core/definition/definition.ts';
import { settingFields, settingNotes } from '#core/definition/setting-fields.ts';
import type { Field } from '#core/form/fields.ts';
import { categoryById, customCategoryBase } from '#core/torznab/categories.ts';

/** Where a definition comes from; of several with one id the first of these counts. */
export const origins = ['own', 'folder', 'archive', 'bundled'] as const;
export type Origin = (typeof origins)[number];

/** What lists and forms need of a definition, without its text. */
export interface DefinitionSummary {
	id: string;
	name: string;
	description: string;
	language: string;
	privacy: Definition['type'];
	links: string[];
	/** Ids of the standard top categories it can hold. */
	categories: number[];
	modes: string[];
	fields: Field[];
	notes: { title: string; text: string }[];
	tests: number;
	/** Ids of older definitions whose indexers it takes over. */
	replaces?: string[];
	/** How its site is signed in to. */
	login?: LoginMethod;
}

export function summaryOf(definition: Definition): DefinitionSummary {
	const { id, name, description, language, type, links, modes, tests } = definition;
	const tops = offeredCategories(definition)
		.filter((category) => category.id < customCategoryBase)
		.map((category) => categoryById(category.id)?.parent ?? category.id);
	return {
		id,
		name,
		description,
		language,
		privacy: type,
		links,
		categories: [...new Set(tops)].sort((a, b) => a - b),
		modes: Object.keys(modes),
		fields: settingFields(definition),
		notes: settingNotes(definition),
		tests: tests.length,
		...(definition.replaces.length > 0 && { replaces: definition.replaces }),
		...(definition.login && { login: definition.login.method })
	};
}
