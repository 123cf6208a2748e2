import { type Condition, textConditions } from './condition.ts';
import { conditionTest } from './condition-test.ts';
import type { Format } from './format.ts';
import { type Pattern, compilePattern } from './pattern/pattern.ts';
import { PatternFault } from './pattern/pattern-fault.ts';
import { type PatternSet, createPatternSet } from './pattern/pattern-set.ts';
import { type Subject, type Traits, traitsOf } from './traits.ts';

export interface FormatMatcher {
	readonly formats: readonly Format[];
	/** The formats that match, in the order given. */
	match(subject: Subject): Format[];
	/** Each condition's own outcome (after negation), for the lab. */
	explain(
		subject: Subject
	): { format: Format; matches: boolean; conditions: { condition: Condition; holds: boolean }[] }[];
}

export class FormatFault extends Error {
	readonly format: string;
	readonly condition: string;
	constructor(format: string, condition: Condition, cause: PatternFault) {
		const place = `"${condition.name || condition.type}" of the format "${format}"`;
		super(`The pattern of ${place} cannot be used, at character ${cause.position + 1}: ${cause.message}`, {
			cause
		});
		this.name = 'FormatFault';
		this.format = format;
		this.condition = condition.name;
	}
}

type Test = (traits: Traits) => boolean;
interface Group {
	readonly required: readonly Test[];
	readonly others: readonly Test[];
	readonly cost: number;
}

/** Prepares formats so that many releases can be held against them quickly. Throws FormatFault. */
export function createFormatMatcher(formats: readonly Format[]): FormatMatcher {
	const texts = createTexts();
	const prepared = formats.map((format) => {
		const tests = format.conditions.map((condition) => prepare(format, condition, texts));
		return { format, tests, groups: groupsOf(format.conditions, tests) };
	});
	const read = (subject: Subject): Traits => {
		const traits = traitsOf(subject);
		texts.read(traits);
		return traits;
	};
	return {
		formats,
		match(subject) {
			const traits = read(subject);
			return prepared.filter(({ groups }) => matches(groups, traits)).map(({ format }) => format);
		},
		explain(subject) {
			const traits = read(subject);
			return prepared.map(({ format, tests, groups }) => ({
				format,
				matches: matches(groups, traits),
				conditions: format.conditions.map((condition, at) => ({ condition, holds: tests[at]!(traits) }))
			}));
		}
	};
}

// Plain loops: this is where the time goes when many releases are judged.
function matches(groups: readonly Group[], traits: Traits): boolean {
	for (const { required, others } of groups) {
		for (const test of required) if (!test(traits)) return false;
		if (required.length === 0 && !anyHolds(others, traits)) return false;
	}
	return true;
}

function anyHolds(tests: readonly Test[], traits: Traits): boolean {
	for (const test of tests) if (test(traits)) return true;
	return false;
}

function groupsOf(conditions: readonly Condition[], tests: readonly Test[]): Group[] {
	const groups = Map.groupBy(conditions.keys(), (at) => conditions[at]!.type);
	return [...groups]
		.map(([type, members]) => ({
			required: members.filter((at) => conditions[at]!.required).map((at) => tests[at]!),
			others: members.filter((at) => !conditions[at]!.required).map((at) => tests[at]!),
			cost: textConditions.has(type) ? 1 : 0
		}))
		.toSorted((a, b) => a.cost - b.cost);
}

function prepare(format: Format, condition: Condition, texts: Texts): Test {
	try {
		const test =
			textTest(condition, texts) ?? conditionTest(condition as Parameters<typeof conditionTest>[0]);
		return condition.negate ? (traits) => !test(traits) : test;
	} catch (error) {
		if (error instanceof PatternFault) throw new FormatFault(format.name, condition, error);
		throw error;
	}
}

type TextKind = 'title' | 'fileName' | 'group' | 'edition' | 'indexer';
interface Texts {
	readonly sets: Record<TextKind, PatternSet>;
	read(traits: Traits): void;
}

const kinds: readonly TextKind[] = ['title', 'fileName', 'group', 'edition', 'indexer'];

function createTexts(): Texts {
	// Titles and file names are held against the same patterns.
	const compiled = new Map<string, Pattern>();
	const compile = (source: string) => {
		const pattern = compiled.get(source) ?? compilePattern(source);
		compiled.set(source, pattern);
		return pattern;
	};
	const sets = Object.fromEntries(kinds.map((kind) => [kind, createPatternSet(compile)])) as Record<
		TextKind,
		PatternSet
	>;
	return {
		sets,
		read(traits) {
			for (const kind of kinds) {
				const text = traits[kind];
				if (text !== undefined) sets[kind].read(text);
			}
		}
	};
}

function textTest(condition: Condition, { sets }: Texts): Test | undefined {
	switch (condition.type) {
		case 'title': {
			const inTitle = sets.title.add(condition.value);
			const inFile = sets.fileName.add(condition.value);
			return ({ fileName }) =>
				sets.title.test(inTitle) || (fileName !== undefined && sets.fileName.test(inFile));
		}
		case 'group':
		case 'edition':
		case 'indexer': {
			const { type } = condition;
			const number = sets[type].add(condition.value);
			return (traits) => traits[type] !== undefined && sets[type].test(number);
		}
		default:
			return undefined;
	}
}
