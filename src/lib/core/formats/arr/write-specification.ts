import type { Condition } from '../condition.ts';
import {
	type ArrApp,
	arrFlags,
	arrModifiers,
	arrReleaseTypes,
	arrSources,
	numberOfLanguage
} from './arr-enums.ts';
import type { Specification } from './read-specification.ts';

type Fields = Record<string, unknown>;

/** The condition as the app's API wants it, or a sentence on what the app cannot say. */
export function writeSpecification(app: ArrApp, condition: Condition): Specification | string {
	const written = writtenAs(app, condition);
	if (!written)
		return `${app} has no condition for ${condition.type} "${'value' in condition ? condition.value : ''}".`;
	const [implementation, fields] = written;
	return {
		name: condition.name || condition.type,
		implementation,
		negate: condition.negate,
		required: condition.required,
		fields: Object.entries(fields).map(([name, value]) => ({ name, value }))
	};
}

function writtenAs(app: ArrApp, condition: Condition): [implementation: string, fields: Fields] | undefined {
	switch (condition.type) {
		case 'title':
			return ['ReleaseTitleSpecification', { value: condition.value }];
		case 'group':
			return ['ReleaseGroupSpecification', { value: condition.value }];
		case 'edition':
			return app === 'radarr' ? ['EditionSpecification', { value: condition.value }] : undefined;
		case 'source':
			return listed('SourceSpecification', arrSources[app].indexOf(condition.value));
		case 'modifier':
			return app === 'radarr'
				? listed('QualityModifierSpecification', arrModifiers.indexOf(condition.value))
				: undefined;
		case 'release-type':
			return app === 'sonarr'
				? listed('ReleaseTypeSpecification', arrReleaseTypes.indexOf(condition.value))
				: undefined;
		case 'resolution':
			return ['ResolutionSpecification', { value: condition.value }];
		case 'flag': {
			const bit = arrFlags[app].indexOf(condition.value);
			return bit < 0 ? undefined : ['IndexerFlagSpecification', { value: 2 ** bit }];
		}
		case 'language': {
			const value = numberOfLanguage(app, condition.value);
			return value === undefined
				? undefined
				: ['LanguageSpecification', { value, exceptLanguage: condition.except }];
		}
		case 'size':
			return ['SizeSpecification', { min: condition.min ?? 0, max: condition.max ?? 10_000 }];
		case 'year':
			return app === 'radarr'
				? ['YearSpecification', { min: condition.min ?? 1, max: condition.max ?? 9999 }]
				: undefined;
		default:
			return undefined;
	}
}

const listed = (implementation: string, value: number): [string, Fields] | undefined =>
	value < 0 ? undefined : [implementation, { value }];
