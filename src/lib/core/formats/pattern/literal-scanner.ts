/** Finds which of many literals stand in a text, in one pass (Aho-Corasick over the characters that occur). */
export interface LiteralScanner {
	/** Calls `found` with each owner of a literal that stands in the lower-case text, perhaps repeatedly. */
	scan(lowerText: string, found: (owner: number) => void): void;
}

export interface OwnedLiteral {
	readonly text: string;
	readonly owner: number;
}

interface Trie {
	readonly edges: Map<number, number>[];
	readonly owners: Set<number>[];
}

function buildTrie(literals: readonly OwnedLiteral[]): Trie {
	const trie: Trie = { edges: [new Map()], owners: [new Set()] };
	for (const { text, owner } of literals) {
		let at = 0;
		for (let index = 0; index < text.length; index++) {
			const code = text.charCodeAt(index);
			let next = trie.edges[at]!.get(code);
			if (next === undefined) {
				next = trie.edges.push(new Map()) - 1;
				trie.owners.push(new Set());
				trie.edges[at]!.set(code, next);
			}
			at = next;
		}
		trie.owners[at]!.add(owner);
	}
	return trie;
}

/** Column of each character; those that no literal uses share column 0, which leads back to the start. */
function columnsOf(literals: readonly OwnedLiteral[]): { columns: Uint8Array; width: number } {
	const columns = new Uint8Array(128);
	let width = 1;
	for (const { text } of literals) {
		for (let index = 0; index < text.length; index++) {
			const code = text.charCodeAt(index);
			if (columns[code] === 0) columns[code] = width++;
		}
	}
	return { columns, width };
}

/** The literals are ASCII and in lower case. */
export function createLiteralScanner(literals: readonly OwnedLiteral[]): LiteralScanner {
	const { edges, owners } = buildTrie(literals);
	const { columns, width } = columnsOf(literals);
	const table = new Int32Array(edges.length * width);
	const fallback = new Int32Array(edges.length);
	const queue = [0];
	for (let at = 0; at < queue.length; at++) {
		const state = queue[at]!;
		const fail = fallback[state]!;
		if (state !== 0) table.copyWithin(state * width, fail * width, (fail + 1) * width);
		for (const [code, next] of edges[state]!) {
			const cell = state * width + columns[code]!;
			fallback[next] = state === 0 ? 0 : table[cell]!;
			table[cell] = next;
			queue.push(next);
		}
		if (state !== 0) for (const owner of owners[fail]!) owners[state]!.add(owner);
	}
	const outputs = owners.map((set) => (set.size > 0 ? [...set] : undefined));
	return {
		scan(text, found) {
			let state = 0;
			for (let index = 0; index < text.length; index++) {
				const code = text.charCodeAt(index);
				state = table[state * width + (code < 128 ? columns[code]! : 0)]!;
				const output = outputs[state];
				if (output) for (let at = 0; at < output.length; at++) found(output[at]!);
			}
		}
	};
}
