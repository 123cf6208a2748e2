/** Syntax tree of a .NET regular expression. Flags are already resolved to each node. */
export type ClassItem =
	| { kind: 'range'; from: number; to: number }
	/** `\w`, `\d`, `\s`, `\p{..}` as the inside of a JavaScript class. */
	| { kind: 'set'; js: string; negated: boolean };
export interface CharClass {
	kind: 'class';
	negated: boolean;
	items: ClassItem[];
	minus?: CharClass;
	ignoreCase: boolean;
}
export type RegexNode =
	| CharClass
	| { kind: 'char'; char: string; ignoreCase: boolean }
	| { kind: 'any'; newline: boolean }
	| { kind: 'start'; multiline: boolean }
	| { kind: 'end'; multiline: boolean }
	| { kind: 'text-start' }
	| { kind: 'text-end' }
	| { kind: 'boundary'; negated: boolean }
	| { kind: 'sequence'; nodes: RegexNode[] }
	| { kind: 'choice'; options: RegexNode[] }
	| { kind: 'repeat'; node: RegexNode; min: number; max: number; lazy: boolean }
	| { kind: 'group'; node: RegexNode; id?: number; balances?: number }
	| { kind: 'look'; node: RegexNode; behind: boolean; negated: boolean }
	| { kind: 'atomic'; node: RegexNode }
	| { kind: 'back-reference'; id: number; ignoreCase: boolean }
	| { kind: 'condition'; test: { id: number } | { look: RegexNode }; yes: RegexNode; no: RegexNode };

export interface ParsedPattern {
	root: RegexNode;
	/** Group ids in .NET's order: unnamed ones first, then the named. Id 0 is the whole match. */
	groups: { id: number; name: string }[];
}
