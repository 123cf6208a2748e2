import type { CharSet } from './char-set.ts';
import type { Edge, Node } from './node.ts';
import { nonEmpty } from './non-empty.ts';
import { PatternFault } from './pattern-fault.ts';
import { isAnchored } from './starts.ts';

export type Step =
	| { op: 'set'; set: CharSet; back: boolean; next: number }
	| { op: 'split'; back: boolean; next: number; other: number }
	| { op: 'edge'; edge: Edge; next: number }
	| { op: 'look'; entry: number; negate: boolean; next: number }
	| { op: 'match' };

export interface Program {
	readonly steps: readonly Step[];
	readonly start: number;
	readonly anchored: boolean;
	/** For each step the characters that can follow when it is reached; undefined when it may go on without any. */
	readonly ahead: readonly (Ahead | undefined)[];
	/** For each step its row in the table of remembered results, or -1 when it needs none. */
	readonly rows: Int32Array;
	/** Steps that several others lead to. */
	readonly joins: Uint8Array;
	readonly rowCount: number;
}

const maxSteps = 6000;

export function compileProgram(tree: Node): Program {
	const steps: Step[] = [{ op: 'match' }];
	const start = emit(steps, tree, 0, false);
	const rows = new Int32Array(steps.length).fill(-1);
	let rowCount = 0;
	const entries = countEntries(steps, start);
	const joins = Uint8Array.from(entries, (count) => Number(count > 1));
	for (let at = 0; at < steps.length; at++) {
		if (joins[at] || steps[at]!.op === 'split') rows[at] = rowCount++;
	}
	return { steps, start, anchored: isAnchored(tree), ahead: aheadOf(steps), rows, joins, rowCount };
}

/** By ASCII code, and under `wideCode` for all others together. */
export type Ahead = Uint8Array;
export const wideCode = 128;

function aheadOf(steps: readonly Step[]): (Ahead | undefined)[] {
	const ahead: (Ahead | undefined)[] = new Array<Ahead | undefined>(steps.length);
	const known = new Uint8Array(steps.length);
	const find = (at: number): Ahead | undefined => {
		if (known[at]) return ahead[at];
		const step = steps[at]!;
		if (step.op === 'set') ahead[at] = tableOf(step.set);
		else if (step.op === 'split') ahead[at] = union(find(step.next), find(step.other));
		else if (step.op !== 'match') ahead[at] = find(step.next);
		known[at] = 1;
		return ahead[at];
	};
	// Loops always consume something, so looking through what does not consume comes to an end.
	steps.forEach((_, at) => find(at));
	return ahead;
}

const tableOf = ({ ascii, wide }: CharSet): Ahead => Uint8Array.from([...ascii, wide ? 1 : 0]);

const union = (a: Ahead | undefined, b: Ahead | undefined): Ahead | undefined =>
	a && b && a.map((accepted, code) => accepted | b[code]!);

function countEntries(steps: readonly Step[], start: number): Int32Array {
	const entries = new Int32Array(steps.length);
	entries[start] = 1;
	for (const step of steps) {
		if (step.op === 'match') continue;
		entries[step.next]! += 1;
		if (step.op === 'split') entries[step.other]! += 1;
		// A look may be asked at one place by several ways, so its first step always remembers.
		if (step.op === 'look') entries[step.entry]! += 2;
	}
	entries[0] = 0;
	return entries;
}

function add(steps: Step[], step: Step): number {
	if (steps.length >= maxSteps) {
		throw new PatternFault('The pattern is too large once its counted repeats are written out.', '{…}', 0);
	}
	return steps.push(step) - 1;
}

/** Adds the steps that match `node` and then go on at `next`; yields where they begin. */
function emit(steps: Step[], node: Node, next: number, back: boolean): number {
	switch (node.kind) {
		case 'empty':
			return next;
		case 'never':
			return add(steps, { op: 'set', set: { ascii: new Uint8Array(128), wide: undefined }, back, next });
		case 'set':
			return add(steps, { op: 'set', set: node.set, back, next });
		case 'edge':
			return add(steps, { op: 'edge', edge: node.edge, next });
		case 'look':
			return add(steps, {
				op: 'look',
				entry: emit(steps, node.item, 0, !node.ahead),
				negate: node.negate,
				next
			});
		case 'sequence':
			return (back ? node.items : node.items.toReversed()).reduce(
				(at, item) => emit(steps, item, at, back),
				next
			);
		case 'choice':
			return node.items
				.map((item) => emit(steps, item, next, back))
				.reduceRight((other, first) => add(steps, { op: 'split', back, next: first, other }));
		case 'repeat':
			return emitRepeat(steps, node, next, back);
	}
}

function emitRepeat(steps: Step[], node: Node & { kind: 'repeat' }, next: number, back: boolean): number {
	let at = next;
	if (node.max === Infinity) {
		const split: Step = { op: 'split', back, next: 0, other: next };
		at = add(steps, split);
		split.next = emit(steps, nonEmpty(node.item), at, back);
	} else {
		for (let count = node.min; count < node.max; count++) {
			at = add(steps, { op: 'split', back, next: emit(steps, node.item, at, back), other: next });
		}
	}
	for (let count = 0; count < node.min; count++) at = emit(steps, node.item, at, back);
	return at;
}
