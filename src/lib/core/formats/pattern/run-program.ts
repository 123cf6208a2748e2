import { accepts, word } from './char-set.ts';
import type { Edge } from './node.ts';
import { type Ahead, type Program, wideCode } from './program.ts';

const failed = 1;
const succeeded = 2;

/**
 * Does the program match anywhere in the text? Each pair of step and place is tried at most once and its outcome
 * remembered, also inside look-arounds, so the work is bounded by steps x length whatever the pattern.
 */
export function runProgram(program: Program, text: string): boolean {
	const { start, anchored, ahead } = program;
	const run = new Run(program, text);
	if (anchored) return run.matchesAt(start, 0);
	const first = ahead[start];
	for (let at = 0; at <= text.length; at++) {
		if (first && !startsWith(first, text, at)) continue;
		if (run.matchesAt(start, at)) return true;
	}
	return false;
}

function startsWith(ahead: Ahead, text: string, at: number): boolean {
	if (at < 0 || at >= text.length) return false;
	const code = text.charCodeAt(at);
	return ahead[code < wideCode ? code : wideCode] === 1;
}

class Run {
	readonly #program: Program;
	readonly #text: string;
	readonly #width: number;
	readonly #outcomes: Uint8Array;
	// The way from the entry to here: each step, its place, and how many of its branches were tried.
	readonly #steps: number[] = [];
	readonly #places: number[] = [];
	readonly #tried: number[] = [];

	constructor(program: Program, text: string) {
		this.#program = program;
		this.#text = text;
		this.#width = text.length + 1;
		this.#outcomes = new Uint8Array(program.rowCount * this.#width);
	}

	matchesAt(entry: number, place: number): boolean {
		const base = this.#steps.length;
		let outcome = this.#advance(entry, place);
		while (this.#steps.length > base) {
			if (outcome) return this.#remember(base);
			outcome = this.#tryNext();
		}
		return outcome;
	}

	/** Tries the next branch of the step on top of the stack; without any left, the step has failed. */
	#tryNext(): boolean {
		const top = this.#steps.length - 1;
		const at = this.#steps[top]!;
		const place = this.#places[top]!;
		const step = this.#program.steps[at]!;
		const tried = this.#tried[top]!++;
		if (tried === 0)
			return step.op === 'split' ? this.#advance(step.next, place) : this.#advance(at, place, at);
		if (tried === 1 && step.op === 'split') return this.#advance(step.other, place);
		this.#outcomes[this.#cell(at, place)] = failed;
		this.#pop();
		return false;
	}

	#remember(base: number): true {
		while (this.#steps.length > base) {
			const top = this.#steps.length - 1;
			this.#outcomes[this.#cell(this.#steps[top]!, this.#places[top]!)] = succeeded;
			this.#pop();
		}
		return true;
	}

	#pop(): void {
		this.#steps.pop();
		this.#places.pop();
		this.#tried.pop();
	}

	#cell(step: number, place: number): number {
		return this.#program.rows[step]! * this.#width + place;
	}

	/** Could a match go on from here, by the character that comes next? */
	#canGoOn(at: number, place: number, back: boolean): boolean {
		const ahead = this.#program.ahead[at];
		if (!ahead) return true;
		return startsWith(ahead, this.#text, back ? place - 1 : place);
	}

	/** Goes on until the outcome is known, or waits on the stack and says false for now. `resumed` waits no more. */
	#advance(from: number, start: number, resumed = -1): boolean {
		const { steps, rows, joins } = this.#program;
		let at = from;
		let place = start;
		for (;;) {
			const step = steps[at]!;
			if (step.op === 'split') {
				const first = this.#canGoOn(step.next, place, step.back);
				const second = this.#canGoOn(step.other, place, step.back);
				if (!first && !second) return false;
				if ((first && second) || joins[at]) return this.#wait(at, place);
				at = first ? step.next : step.other;
				continue;
			}
			if (rows[at]! >= 0 && at !== resumed) return this.#wait(at, place);
			switch (step.op) {
				case 'match':
					return true;
				case 'set': {
					const read = step.back ? place - 1 : place;
					if (read < 0 || read >= this.#text.length) return false;
					if (!accepts(step.set, this.#text.charCodeAt(read))) return false;
					place += step.back ? -1 : 1;
					break;
				}
				case 'edge':
					if (!this.#isAt(step.edge, place)) return false;
					break;
				case 'look':
					if (this.matchesAt(step.entry, place) === step.negate) return false;
					break;
			}
			at = step.next;
		}
	}

	#wait(at: number, place: number): boolean {
		const known = this.#outcomes[this.#cell(at, place)]!;
		if (known !== 0) return known === succeeded;
		this.#steps.push(at);
		this.#places.push(place);
		this.#tried.push(0);
		return false;
	}

	#isAt(edge: Edge, place: number): boolean {
		if (edge === 'start') return place === 0;
		if (edge === 'end') return place === this.#text.length;
		return (this.#isWord(place - 1) !== this.#isWord(place)) === (edge === 'word');
	}

	#isWord(place: number): boolean {
		return place >= 0 && place < this.#text.length && accepts(word, this.#text.charCodeAt(place));
	}
}
