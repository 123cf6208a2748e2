export interface Fault {
	severity: 'error' | 'warning';
	message: string;
	line: number;
	column: number;
}

/** Something a definition asked for cannot be done; `line` is where it stands in the file. */
export class DefinitionFault extends Error {
	override readonly name = 'DefinitionFault';
	readonly line: number;

	constructor(message: string, line: number) {
		super(line > 0 ? `line ${line}: ${message}` : message);
		this.line = line;
	}
}

/** Gives faults that know no place (templates, patterns, selectors) the line they came from. */
export function placed<T>(line: number, run: () => T): T {
	try {
		return run();
	} catch (error) {
		if (error instanceof DefinitionFault) throw error;
		throw new DefinitionFault(error instanceof Error ? error.message : String(error), line);
	}
}
