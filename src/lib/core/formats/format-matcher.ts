import type { Condition } from './condition.ts';
import { conditionTest } from './condition-test.ts';
import type { Format } from './format.ts';
import { PatternFault } from './pattern/pattern-fault.ts';
import { type TextConditions, createTextConditions, isTextCondition } from './text-conditions.ts';
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
interface Prepared {
	readonly condition: Condition;
	/** With negation. */
	readonly test: Test;
	/** The number of its pattern, when it has one that must match. */
	readonly pattern: number | undefined;
}
interface Group {
	readonly required: readonly Test[];
	readonly others: readonly Test[];
}

/** Prepares formats so that many releases can be held against them quickly. Throws FormatFault. */
export function createFormatMatcher(formats: readonly Format[]): FormatMatcher {
	const texts = createTextConditions();
	const prepared = formats.map((format) => {
		const conditions = format.conditions.map((condition) => prepare(format, condition, texts));
		return { format, conditions, groups: groupsOf(conditions, texts) };
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
			return prepared.map(({ format, conditions, groups }) => ({
				format,
				matches: matches(groups, traits),
				conditions: conditions.map(({ condition, test }) => ({ condition, holds: test(traits) }))
			}));
		}
	};
}

function prepare(format: Format, condition: Condition, texts: TextConditions): Prepared {
	const { negate } = condition;
	if (!isTextCondition(condition)) {
		const test = conditionTest(condition);
		return { condition, test: (traits) => test(traits) !== negate, pattern: undefined };
	}
	const { type } = condition;
	const pattern = addPattern(() => texts.add(condition), format, condition);
	const patterns = [pattern];
	return {
		condition,
		test: (traits) => texts.anyHolds(type, patterns, traits) !== negate,
		pattern: negate ? undefined : pattern
	};
}

function addPattern(add: () => number, format: Format, condition: Condition): number {
	try {
		return add();
	} catch (error) {
		if (error instanceof PatternFault) throw new FormatFault(format.name, condition, error);
		throw error;
	}
}

/** Groups by type, those that look at facts before those that look at text. */
function groupsOf(conditions: readonly Prepared[], texts: TextConditions): Group[] {
	const byType = Map.groupBy(conditions, ({ condition }) => condition.type);
	return [...byType.values()]
		.toSorted((a, b) => Number(isTextCondition(a[0]!.condition)) - Number(isTextCondition(b[0]!.condition)))
		.map((members) => {
			const [required, others] = [true, false].map((which) =>
				members.filter(({ condition }) => condition.required === which)
			);
			return { required: required!.map(({ test }) => test), others: joined(others!, texts) };
		});
}

/** Patterns of which any will do are asked together. */
function joined(members: readonly Prepared[], texts: TextConditions): Test[] {
	const first = members.find(({ pattern }) => pattern !== undefined)?.condition;
	if (!first || !isTextCondition(first)) return members.map(({ test }) => test);
	const { type } = first;
	const patterns = members.flatMap(({ pattern }) => (pattern === undefined ? [] : [pattern]));
	return [
		(traits) => texts.anyHolds(type, patterns, traits),
		...members.filter(({ pattern }) => pattern === undefined).map(({ test }) => test)
	];
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
