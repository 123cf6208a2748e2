import type { Definition } from '#core/definition/definition.ts';
import type { Fault } from '#core/definition/faults.ts';
import { readDefinition } from '#core/definition/read-definition.ts';
import { validate } from '#core/definition/validate.ts';
import { summaryOf, type DefinitionSummary } from './summary.ts';

export interface ReadDefinitions {
	texts: string[];
	/** The whole definition, to run it; else what lists need and all that is wrong with it. */
	whole: boolean;
}
export interface DefinitionRead {
	definition?: Definition;
	summary?: DefinitionSummary;
	faults: Fault[];
}

/** Definition files come from anyone: reading one costs a thread, never the server. */
export default function readDefinitions({ texts, whole }: ReadDefinitions): DefinitionRead[] {
	return texts.map((text) => {
		const { definition, faults } = whole ? readDefinition(text) : validate(text);
		if (!definition) return { faults };
		return whole ? { definition, faults } : { summary: summaryOf(definition), faults };
	});
}
