import { expect, test } from 'vitest';
import { arrayItems } from './array-items.ts';

async function read(text: string, size: number): Promise<unknown[]> {
	const bytes = Buffer.from(text);
	async function* chunks() {
		for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
	}
	const items = [];
	for await (const item of arrayItems(chunks())) items.push(item);
	return items;
}

const items = [{ a: 'x"]}[{\\' }, { ü: ['日本', { deep: [] }] }, {}];

test.each([1, 2, 3, 7, 1_000])('objects are found wherever chunks of %i bytes end', async (size) => {
	expect(await read(JSON.stringify(items, null, 2), size)).toEqual(items);
	expect(await read(' [ ] ', size)).toEqual([]);
});

test.each([
	['{"error":"x"}', 'something else than a list'],
	['<html>', 'something else than a list'],
	['[{"a":1},{"b"', 'broke off'],
	['[{"a":}]', 'not valid JSON'],
	['', 'broke off']
])('%s is refused', async (text, message) => {
	await expect(read(text, 4)).rejects.toThrow(message);
});
