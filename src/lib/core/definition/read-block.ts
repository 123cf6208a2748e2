import type { Block, Field, Header } from './definition.ts';
import type { MapReader } from './read-node.ts';

export function readBlock(map: MapReader): Block {
	const block = readOpenBlock(map);
	map.done();
	return block;
}

/** As `readBlock`, for blocks that have further keys of their own. */
export function readOpenBlock(map: MapReader): Block {
	const selector = map.text('selector');
	const text = map.text('text');
	const attribute = map.string('attribute');
	const remove = map.text('remove');
	const fallback = map.text('default');
	return {
		...(selector && { selector }),
		...(text && { text }),
		...(attribute !== undefined && { attribute }),
		...(remove && { remove }),
		...(fallback && { default: fallback }),
		...(map.has('case') && { cases: map.pairs('case') }),
		optional: map.flag('optional', false),
		filters: map.filters('filters'),
		line: map.line
	};
}

export function readField(key: string, map: MapReader): Field {
	const [name = '', ...modifiers] = key.split('|');
	return { name: name.trim(), modifiers: modifiers.map((modifier) => modifier.trim()), ...readBlock(map) };
}

/** Only the first value of a header is sent. */
export function readHeaders(map: MapReader, key: string): Header[] | undefined {
	return map.has(key) ? map.pairs(key) : undefined;
}

export function readBlocks(map: MapReader, key: string): { key: string; block: Block }[] {
	return map.named(key).flatMap((entry) => {
		if (entry.value.kind !== 'map') {
			map.fault(`"${key}.${entry.key}" must be a map.`, key);
			return [];
		}
		return [{ key: entry.key, block: readBlock(map.at(entry.value, `${key}.${entry.key}`)) }];
	});
}
