import { emit } from './emit.ts';
import { createMatcher, type Match } from './match.ts';
import { parsePattern } from './parse.ts';
import { parseReplacement, type Part } from './replacement.ts';

export interface Pattern {
	replace(text: string, replacement: string): string;
	/** Group 1 of the first match; '' without match or when the group took no part. */
	firstGroup(text: string): string;
}

const compiled = new Map<string, Pattern>();
const beyondBasicPlane = /[\ud800-\udfff]/;

/** A regular expression in .NET's dialect. Throws an error that tells what is wrong with it. */
export function compilePattern(source: string): Pattern {
	let pattern = compiled.get(source);
	if (!pattern) {
		pattern = createPattern(source);
		if (compiled.size > 5_000) compiled.clear();
		compiled.set(source, pattern);
	}
	return pattern;
}

function createPattern(source: string): Pattern {
	const { root, groups } = parsePattern(source);
	const emitted = emit(root);
	const native = emitted && nativeMatcher(new RegExp(emitted.source, `${emitted.flags}g`), emitted.indexes);
	let exact: ((text: string, from: number) => Match | undefined) | undefined;
	// JavaScript steps over whole characters, .NET over code units: only the exact matcher agrees on emoji and the like.
	const matcherFor = (text: string) =>
		native && !beyondBasicPlane.test(text) ? native : (exact ??= createMatcher(root));
	const ids = new Map<string, number>(groups.map(({ name, id }) => [name, id]));
	for (const { id } of groups) ids.set(String(id), id);

	return {
		firstGroup(text) {
			return matcherFor(text)(text, 0)?.captures.get(1) ?? '';
		},
		replace(text, replacement) {
			const match = matcherFor(text);
			let parts: Part[] | undefined;
			let out = '';
			let copied = 0;
			let from = 0;
			while (from <= text.length) {
				const found = match(text, from);
				if (!found) break;
				const group = (name: string) => {
					if (name === '0') return text.slice(found.start, found.end);
					const id = ids.get(name);
					return id === undefined ? undefined : (found.captures.get(id) ?? '');
				};
				const lastGroup = () => (groups.length ? (group(groups.at(-1)!.name) ?? '') : '');
				out += text.slice(copied, found.start);
				for (const part of (parts ??= parseReplacement(replacement))) {
					out +=
						typeof part === 'string'
							? part
							: part({ text, start: found.start, end: found.end, group, lastGroup });
				}
				copied = found.end;
				from = found.end > found.start ? found.end : found.end + 1;
			}
			return out + text.slice(copied);
		}
	};
}

function nativeMatcher(regex: RegExp, indexes: Map<number, number>) {
	return (text: string, from: number): Match | undefined => {
		regex.lastIndex = from;
		const found = regex.exec(text);
		if (!found) return undefined;
		const captures: Match['captures'] = new Map();
		for (const [id, index] of indexes) {
			const value = found[index];
			if (value !== undefined) captures.set(id, value);
		}
		return { start: found.index, end: found.index + found[0].length, captures };
	};
}
