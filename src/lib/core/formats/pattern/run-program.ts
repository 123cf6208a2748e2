import { accepts, word } from './char-set.ts';
import type { Edge } from './node.ts';
import type { Program } from './program.ts';

const failed = 1;
const succeeded = 2;

/**
 * Does the program match anywhere in the text? Each pair of step and place is tried at most once and its outcome
 * remembered, also inside look-arounds, so the work is bounded by steps x length whatever the pattern.
 */
export function runProgram(program: Program, text: string): boolean {
	const run = new Run(program, text);
	if (program.anchored) return run.matchesAt(program.start, 0);
	const { first } = program;
	for (let at = 0; at <= text.length; at++) {
		if (first && (at === text.length || !accepts(first, text.charCodeAt(at)))) continue;
		if (run.matchesAt(program.start, at)) return true;
	}
	return false;
}

class Run {
	readonly #program: Program;
	readonly #text: string;
	readonly #width: number;
	readonly #outcomes: Uint8Array;
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
		let outcome = this.#follow(entry, place);
		while (this.#steps.length > base) {
			const top = this.#steps.length - 1;
			if (outcome) return this.#remember(base);
			const at = this.#steps[top]!;
			const step = this.#program.steps[at]!;
			const tried = this.#tried[top]!++;
			if (tried === 0) outcome = this.#advance(at, this.#places[top]!);
			else if (tried === 1 && step.op === 'split') outcome = this.#follow(step.other, this.#places[top]!);
			else {
				this.#outcomes[this.#cell(at, this.#places[top]!)] = failed;
				this.#pop();
			}
		}
		return outcome;
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

	/** Goes on to `at`: its known outcome, or false while it waits on the stack to be tried. */
	#follow(at: number, place: number): boolean {
		if (this.#program.rows[at]! < 0) return this.#advance(at, place);
		const known = this.#outcomes[this.#cell(at, place)]!;
		if (known !== 0) return known === succeeded;
		this.#steps.push(at);
		this.#places.push(place);
		this.#tried.push(0);
		return false;
	}

	#advance(from: number, start: number): boolean {
		const { steps, rows } = this.#program;
		let at = from;
		let place = start;
		for (;;) {
			const step = steps[at]!;
			switch (step.op) {
				case 'match':
					return true;
				case 'split':
					break;
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
			if (rows[at]! >= 0) return this.#follow(at, place);
		}
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
