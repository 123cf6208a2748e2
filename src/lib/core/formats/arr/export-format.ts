import type { Format } from '../format.ts';
import type { ArrApp } from './arr-enums.ts';
import type { Specification } from './read-specification.ts';
import { writeSpecification } from './write-specification.ts';

export interface ArrFormat {
	name: string;
	includeCustomFormatWhenRenaming: boolean;
	specifications: Specification[];
}

/** The format as the app's API takes it, or sentences on what the app cannot express. */
export function exportFormat(app: ArrApp, format: Format): { value?: ArrFormat; faults: string[] } {
	const written = format.conditions.map((condition) => writeSpecification(app, condition));
	const faults = written
		.filter((result) => typeof result === 'string')
		.map((fault) => `${format.name}: ${fault}`);
	if (faults.length > 0) return { faults };
	const specifications = written.filter((result) => typeof result !== 'string');
	return {
		value: { name: format.name, includeCustomFormatWhenRenaming: format.inNames, specifications },
		faults
	};
}
