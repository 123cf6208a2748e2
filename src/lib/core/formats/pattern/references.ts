import { charSet } from './char-set.ts';
import { exactStrings } from './literals.ts';
import { type Node, choice, sequence } from './node.ts';
import { PatternFault } from './pattern-fault.ts';

export type Item =
	{ readonly node: Node; readonly capture?: number } | { readonly reference: number; readonly at: number };

export const referenceFault = (part: string, at: number) =>
	new PatternFault(
		`The back reference "${part}" cannot be matched in bounded time. Write out what it stands for instead.`,
		part,
		at
	);

const textNode = (text: string): Node =>
	sequence(
		[...text].map((char) => ({
			kind: 'set',
			set: charSet([{ from: char.charCodeAt(0), to: char.charCodeAt(0) }])
		}))
	);

/** "([._-])x\1" becomes ".x." or "_x_" or "-x-": a reference to a group of few plain strings needs no memory. */
export function writeOutReferences(items: readonly Item[]): Node {
	const at = items.findIndex((item) => 'reference' in item);
	if (at < 0) return sequence(items.flatMap((item) => ('node' in item ? [item.node] : [])));
	const { reference, at: position } = items[at] as Extract<Item, { reference: number }>;
	const group = items.slice(0, at).find((item) => 'node' in item && item.capture === reference);
	const strings = group && 'node' in group ? exactStrings(group.node) : undefined;
	if (!strings) throw referenceFault(`\\${reference}`, position);
	const stands = (item: Item) => item === group || ('reference' in item && item.reference === reference);
	const written = (text: string) => items.map((item) => (stands(item) ? { node: textNode(text) } : item));
	return choice(strings.map((text) => writeOutReferences(written(text))));
}
