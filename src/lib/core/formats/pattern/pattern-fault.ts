/** A pattern that cannot be used, with the place and a sentence a person can act on. */
export class PatternFault extends Error {
	readonly position: number;
	readonly part: string;
	constructor(message: string, part: string, position: number) {
		super(message);
		this.name = 'PatternFault';
		this.part = part;
		this.position = position;
	}
}
