import { isDeepStrictEqual } from 'node:util';
import type { Collection } from './collection.ts';

export interface Arrival {
	kind: 'format' | 'profile';
	id: string;
	name: string;
	/** What taking it means. */
	standing: 'new' | 'changes' | 'same';
}

/** What would come in, held against what is there. */
export function arrivals<T extends { id: string; name: string }>(
	kind: Arrival['kind'],
	collection: Pick<Collection<T>, 'list'>,
	definitions: readonly T[]
): Arrival[] {
	const there = new Map(collection.list().map(({ origin: _, ...kept }) => [kept.id, kept]));
	return definitions.map((definition) => {
		const kept = there.get(definition.id);
		const standing = !kept ? 'new' : isDeepStrictEqual(kept, definition) ? 'same' : 'changes';
		return { kind, id: definition.id, name: definition.name, standing };
	});
}
