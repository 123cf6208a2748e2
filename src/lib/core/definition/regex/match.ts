import { caseVariants } from './character-sets.ts';
import type { CharClass, ClassItem, RegexNode } from './tree.ts';

export interface Match {
	start: number;
	end: number;
	/** What each group matched last; a group that took no part has no entry. */
	captures: Map<number, string>;
}

const maxSteps = 3_000_000;

interface Running {
	text: string;
	/** Each group's captures in order, since balancing groups take them back one by one. */
	stacks: Map<number, { start: number; end: number }[]>;
	steps: number;
}
type Next = (at: number) => boolean;
type Step = (run: Running, at: number, next: Next) => boolean;

/**
 * A backtracking matcher with .NET's meaning, for what JavaScript's engine lacks: balancing groups, conditions,
 * atomic groups, references to groups that took no part, and texts with characters outside the basic plane.
 */
export function createMatcher(root: RegexNode): (text: string, from: number) => Match | undefined {
	const step = compile(root, false);
	return (text, from) => {
		const run: Running = { text, stacks: new Map(), steps: 0 };
		for (let start = from; start <= text.length; start++) {
			run.stacks.clear();
			let end = -1;
			if (step(run, start, (at) => ((end = at), true))) return { start, end, captures: last(run) };
		}
		return undefined;
	};
}

function last({ stacks, text }: Running): Match['captures'] {
	const captures: Match['captures'] = new Map();
	for (const [id, stack] of stacks) {
		const capture = stack.at(-1);
		if (capture) captures.set(id, text.slice(capture.start, capture.end));
	}
	return captures;
}

function count(run: Running) {
	if (++run.steps > maxSteps) throw new Error('the regular expression takes too long');
}

function compile(node: RegexNode, backwards: boolean): Step {
	const unit = unitTest(node);
	if (unit) return stepOver(unit, backwards);
	switch (node.kind) {
		case 'sequence':
			return sequence(node.nodes, backwards);
		case 'choice': {
			const options = node.options.map((option) => compile(option, backwards));
			return (run, at, next) => options.some((option) => option(run, at, next));
		}
		case 'repeat':
			return repeat(node, backwards);
		case 'group':
			return group(node, backwards);
		case 'look':
			return look(node);
		case 'atomic':
			return atomic(compile(node.node, backwards));
		case 'back-reference':
			return backReference(node, backwards);
		case 'condition':
			return condition(node, backwards);
		default:
			return assertion(node);
	}
}

const stepOver =
	(unit: (char: string) => boolean, backwards: boolean): Step =>
	(run, at, next) => {
		count(run);
		const index = backwards ? at - 1 : at;
		return (
			index >= 0 && index < run.text.length && unit(run.text[index]!) && next(backwards ? at - 1 : at + 1)
		);
	};

/** The test for a node that always takes exactly one code unit. */
function unitTest(node: RegexNode): ((char: string) => boolean) | undefined {
	if (node.kind === 'any') return node.newline ? () => true : (char) => char !== '\n';
	if (node.kind === 'class') return classTest(node);
	if (node.kind !== 'char') return undefined;
	const variants = node.ignoreCase ? caseVariants(node.char) : [node.char];
	return variants.length > 1 ? (char) => variants.includes(char) : (char) => char === node.char;
}

function classTest(node: CharClass): (char: string) => boolean {
	const items = node.items.map(itemTest);
	const minus = node.minus && classTest(node.minus);
	const holds = (char: string) => items.some((item) => item(char));
	const own = node.ignoreCase ? (char: string) => caseVariants(char).some(holds) : holds;
	return (char) => own(char) !== node.negated && !minus?.(char);
}

const setTests = new Map<string, (char: string) => boolean>();

function itemTest(item: ClassItem): (char: string) => boolean {
	if (item.kind === 'range') {
		return (char) => {
			const code = char.charCodeAt(0);
			return code >= item.from && code <= item.to;
		};
	}
	const test = setTest(item.js);
	return item.negated ? (char) => !test(char) : test;
}

export function setTest(js: string): (char: string) => boolean {
	let test = setTests.get(js);
	if (!test) {
		const pattern = new RegExp(`^[${js}]$`, 'u');
		const known = new Map<string, boolean>();
		test = (char) => {
			let answer = known.get(char);
			if (answer === undefined) known.set(char, (answer = pattern.test(char)));
			return answer;
		};
		setTests.set(js, test);
	}
	return test;
}

function sequence(nodes: RegexNode[], backwards: boolean): Step {
	const steps = (backwards ? nodes.toReversed() : nodes).map((node) => compile(node, backwards));
	const from =
		(index: number): Step =>
		(run, at, next) =>
			index === steps.length
				? next(at)
				: steps[index]!(run, at, (after) => from(index + 1)(run, after, next));
	const chain = steps.map((_, index) => from(index));
	return chain[0] ?? ((_run, at, next) => next(at));
}

function repeat(node: RegexNode & { kind: 'repeat' }, backwards: boolean): Step {
	const unit = unitTest(node.node);
	if (unit) return repeatUnit(unit, node, backwards);
	const inner = compile(node.node, backwards);
	const { min, max, lazy } = node;
	return function again(run, at, next) {
		const turn = (done: number, from: number): boolean => {
			count(run);
			const more = () =>
				done < max && inner(run, from, (after) => (after !== from || done < min) && turn(done + 1, after));
			if (done < min) return more();
			return lazy ? next(from) || more() : more() || next(from);
		};
		return turn(0, at);
	};
}

/** Single characters are counted in a loop, so that long runs do not deepen the call stack. */
function repeatUnit(
	unit: (char: string) => boolean,
	{ min, max, lazy }: { min: number; max: number; lazy: boolean },
	backwards: boolean
): Step {
	const direction = backwards ? -1 : 1;
	return (run, at, next) => {
		const fits = (done: number) => {
			const char = run.text[backwards ? at - done - 1 : at + done];
			return char !== undefined && unit(char);
		};
		let done = 0;
		if (lazy) {
			while (done < min) if (!fits(done++)) return false;
			for (; ; done++) {
				count(run);
				if (next(at + done * direction)) return true;
				if (done >= max || !fits(done)) return false;
			}
		}
		while (done < max && fits(done)) done++;
		for (; done >= min; done--) {
			count(run);
			if (next(at + done * direction)) return true;
		}
		return false;
	};
}

function group({ node, id, balances }: RegexNode & { kind: 'group' }, backwards: boolean): Step {
	const inner = compile(node, backwards);
	if (id === undefined && balances === undefined) return inner;
	return (run, at, next) =>
		inner(run, at, (after) => {
			count(run);
			const [start, end] = backwards ? [after, at] : [at, after];
			const other = balances === undefined ? undefined : stackOf(run, balances);
			if (other && !other.length) return false;
			const taken = other?.pop();
			const own = id === undefined ? undefined : stackOf(run, id);
			own?.push(
				taken ? { start: Math.min(taken.end, start), end: Math.max(taken.end, start) } : { start, end }
			);
			if (next(after)) return true;
			own?.pop();
			if (taken) other!.push(taken);
			return false;
		});
}

function stackOf(run: Running, id: number) {
	let stack = run.stacks.get(id);
	if (!stack) run.stacks.set(id, (stack = []));
	return stack;
}

const snapshot = (run: Running) => new Map([...run.stacks].map(([id, stack]) => [id, [...stack]]));

/** Runs to the first success only; what was captured stays unless the rest fails. */
function once(inner: Step, run: Running, at: number): number | undefined {
	const before = snapshot(run);
	let end: number | undefined;
	const found = inner(run, at, (after) => ((end = after), true));
	if (!found) run.stacks = before;
	return found ? end : undefined;
}

function atomic(inner: Step): Step {
	return (run, at, next) => {
		const before = snapshot(run);
		const end = once(inner, run, at);
		if (end !== undefined && next(end)) return true;
		run.stacks = before;
		return false;
	};
}

function look({ node, behind, negated }: RegexNode & { kind: 'look' }): Step {
	const inner = compile(node, behind);
	return (run, at, next) => {
		count(run);
		const before = snapshot(run);
		const found = once(inner, run, at) !== undefined;
		if (negated) run.stacks = before;
		if (found !== negated && next(at)) return true;
		run.stacks = before;
		return false;
	};
}

function backReference({ id, ignoreCase }: { id: number; ignoreCase: boolean }, backwards: boolean): Step {
	const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text);
	return (run, at, next) => {
		count(run);
		const capture = run.stacks.get(id)?.at(-1);
		if (!capture) return false;
		const length = capture.end - capture.start;
		const start = backwards ? at - length : at;
		if (start < 0) return false;
		const wanted = fold(run.text.slice(capture.start, capture.end));
		return fold(run.text.slice(start, start + length)) === wanted && next(backwards ? start : at + length);
	};
}

function condition({ test, yes, no }: RegexNode & { kind: 'condition' }, backwards: boolean): Step {
	const [then, otherwise] = [compile(yes, backwards), compile(no, backwards)];
	const ahead = 'look' in test ? compile(test.look, backwards) : undefined;
	return (run, at, next) => {
		const holds = 'id' in test ? Boolean(run.stacks.get(test.id)?.length) : ahead!(run, at, () => true);
		return holds ? then(run, at, next) : otherwise(run, at, next);
	};
}

const isWord = (char: string | undefined) =>
	char !== undefined &&
	(setTest('\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}')(char) || char === '\u200c' || char === '\u200d');

function assertion(node: RegexNode): Step {
	const holds = (text: string, at: number): boolean => {
		switch (node.kind) {
			case 'start':
				return at === 0 || (node.multiline && text[at - 1] === '\n');
			case 'end':
				return at === text.length || (text[at] === '\n' && (node.multiline || at === text.length - 1));
			case 'text-start':
				return at === 0;
			case 'text-end':
				return at === text.length;
			case 'boundary':
				return (isWord(text[at - 1]) !== isWord(text[at])) !== node.negated;
			default:
				throw new Error(`no matcher for ${node.kind}`);
		}
	};
	return (run, at, next) => holds(run.text, at) && next(at);
}
