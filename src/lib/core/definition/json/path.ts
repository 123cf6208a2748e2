import { isList, isMap, parseJson, type Json } from './parse.ts';

type Part =
	| { kind: 'name'; name: string }
	| { kind: 'index'; index: number }
	| { kind: 'every' }
	| { kind: 'deep'; name: string }
	| { kind: 'where'; path: Part[]; operator: string; value: Json };

const parts = new Map<string, Part[]>();
const grammar =
	/\.\.(?<deep>[\w-]+)|\.?\[\s*(?:(?<index>-?\d+)|'(?<single>[^']*)'|"(?<double>[^"]*)"|(?<all>\*)|\?\(\s*@(?<path>(?:\.[\w-]+)+)\s*(?:(?<operator>==|!=|<=|>=|<|>)\s*(?<value>[^)]+?)\s*)?\))\s*\]|\.?(?<star>\*)|\.?(?<name>[^.[\]]+)/uy;

/** The part of JSONPath that picks values: `a.b[0]`, `$`, `['a']`, `*`, `..a`, `[?(@.a == 'b')]`. */
function parsePath(path: string): Part[] {
	let parsed = parts.get(path);
	if (parsed) return parsed;
	parsed = [];
	const start = path.startsWith('$') ? 1 : 0;
	for (let at = start; at < path.length;) {
		// The pattern is shared with the paths inside conditions, so its place is set each time.
		grammar.lastIndex = at;
		const groups = grammar.exec(path)?.groups;
		if (!groups) throw new Error(`the path ${JSON.stringify(path)} is wrong`);
		at = grammar.lastIndex;
		parsed.push(partOf(groups as Record<string, string | undefined>));
	}
	if (parts.size > 5_000) parts.clear();
	parts.set(path, parsed);
	return parsed;
}

function partOf(groups: Record<string, string | undefined>): Part {
	const { deep, index, single, double, all, star, path, operator = '', value, name } = groups;
	if (deep !== undefined) return { kind: 'deep', name: deep };
	if (index !== undefined) return { kind: 'index', index: Number(index) };
	if (all ?? star) return { kind: 'every' };
	if (path !== undefined)
		return {
			kind: 'where',
			path: parsePath(path),
			operator,
			value: value === undefined ? null : parseJson(value)
		};
	return { kind: 'name', name: single ?? double ?? name! };
}

/** The one value at a path; undefined when there is none. */
export function selectJson(value: Json, path: string): Json | undefined {
	const found = follow([value], parsePath(path.trim()));
	if (found.length > 1) throw new Error(`the path ${JSON.stringify(path)} fits several values`);
	return found[0];
}

function follow(values: Json[], path: readonly Part[]): Json[] {
	return path.reduce<Json[]>((found, part) => found.flatMap((value) => step(value, part)), values);
}

function step(value: Json, part: Part): Json[] {
	switch (part.kind) {
		case 'name':
			return present(isMap(value) ? value.get(part.name) : undefined);
		case 'index':
			return present(isList(value) ? value[part.index] : undefined);
		case 'every':
			return inner(value);
		case 'deep':
			return [
				...present(isMap(value) ? value.get(part.name) : undefined),
				...inner(value).flatMap((next) => step(next, part))
			];
		case 'where':
			return inner(value).filter((item) => holds(follow([item], part.path), part.operator, part.value));
	}
}

const present = (value: Json | undefined): Json[] => (value === undefined ? [] : [value]);
const inner = (value: Json): Json[] => (isMap(value) ? [...value.values()] : isList(value) ? value : []);

function holds([found]: Json[], operator: string, wanted: Json): boolean {
	if (found === undefined) return false;
	if (operator === '') return true;
	if (operator === '==') return found === wanted;
	if (operator === '!=') return found !== wanted;
	if (typeof found !== 'number' || typeof wanted !== 'number') return false;
	if (operator === '<') return found < wanted;
	if (operator === '>') return found > wanted;
	return operator === '<=' ? found <= wanted : found >= wanted;
}
