import { findElement, type ElementNode } from '../definition/page/tree.ts';

/** An error an indexer reported in its own words, or an answer that is none. */
export class TorznabFault extends Error {
	override readonly name = 'TorznabFault';
	readonly code: number;

	constructor(code: number, message: string) {
		super(message);
		this.code = code;
	}

	/** The key or the account is refused. */
	get isCredential(): boolean {
		return this.code >= 100 && this.code < 200;
	}

	get isLimit(): boolean {
		return this.code === 500 || /limit (?:reached|exceeded)/i.test(this.message);
	}
}

/** The `<error>` an answer is or holds. */
export function readError(root: ElementNode): TorznabFault | undefined {
	const error = root.name === 'error' ? root : findElement(root, ({ name }) => name === 'error');
	if (!error?.attributes.has('code')) return undefined;
	const description = error.attributes.get('description')?.trim();
	return new TorznabFault(
		Number(error.attributes.get('code')) || 900,
		description || 'The indexer reported an error.'
	);
}
