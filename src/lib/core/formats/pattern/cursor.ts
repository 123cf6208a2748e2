import { PatternFault } from './pattern-fault.ts';

/** A place in a pattern's text. */
export class Cursor {
	position = 0;
	captures = 0;
	readonly source: string;
	constructor(source: string) {
		this.source = source;
	}
	get done(): boolean {
		return this.position >= this.source.length;
	}
	sees(text: string): boolean {
		return this.source.startsWith(text, this.position);
	}
	take(text: string): boolean {
		if (!this.sees(text)) return false;
		this.position += text.length;
		return true;
	}
	next(): string {
		if (this.done) throw this.fault('The pattern ends too early.', this.source.slice(-8));
		return this.source[this.position++]!;
	}
	/** The expression must be sticky. */
	match(sticky: RegExp): string | undefined {
		sticky.lastIndex = this.position;
		const found = sticky.exec(this.source)?.[0];
		if (found !== undefined) this.position += found.length;
		return found;
	}
	since(start: number): string {
		return this.source.slice(start, Math.max(this.position, start + 1));
	}
	fault(message: string, part: string): PatternFault {
		return new PatternFault(message, part, this.position);
	}
}
