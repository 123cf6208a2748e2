import type { FilterSpec, Pair, Text } from './definition.ts';
import type { Fault } from './faults.ts';
import type { MapNode, TreeNode } from './yaml-tree.ts';

type Place = { line: number; column: number };

const truths: Record<string, boolean> = {
	true: true,
	yes: true,
	on: true,
	false: false,
	no: false,
	off: false
};
const nameOf = { scalar: 'a text', map: 'a map', list: 'a list' } as const;

/** One map of the file, read key by key; keys nobody asked for are reported by `done`. */
export interface MapReader {
	readonly line: number;
	has(key: string): boolean;
	node(key: string): TreeNode | undefined;
	text(key: string): Text | undefined;
	/** The text alone; null and missing are undefined. */
	string(key: string): string | undefined;
	required(key: string): Text;
	flag(key: string, fallback: boolean): boolean;
	number(key: string, fallback: number): number;
	texts(key: string): Text[];
	/** As `texts`, with nothing left out: an empty value is an empty text. */
	values(key: string): Text[];
	pairs(key: string): Pair[];
	map(key: string): MapReader | undefined;
	maps(key: string): MapReader[];
	named(key: string): { key: string; at: Place; value: TreeNode }[];
	/** A reader for a map found by `named`. */
	at(value: MapNode, key: string): MapReader;
	filters(key: string): FilterSpec[];
	oneOf<T extends string>(key: string, allowed: readonly T[], fallback: T): T;
	fault(message: string, key?: string): void;
	warn(message: string, key?: string): void;
	done(): void;
}

export function readMap(node: MapNode, path: string, faults: Fault[]): MapReader {
	const asked = new Set<string>();
	const report = (severity: Fault['severity'], message: string, place: Place) =>
		faults.push({ severity, message, line: place.line, column: place.column });
	const find = (key: string) => {
		asked.add(key);
		return node.entries.findLast((entry) => entry.key === key);
	};
	const place = (key?: string): Place => node.entries.find((entry) => entry.key === key)?.at ?? node;
	const where = (key: string) => (path ? `${path}.${key}` : key);
	const present = (key: string): TreeNode | undefined => {
		const value = find(key)?.value;
		return value?.kind === 'scalar' && value.text === null ? undefined : value;
	};
	/** Gives nothing, so that readers can return it. */
	const wrong = (key: string, value: TreeNode, wanted: string): [] => {
		report('error', `"${where(key)}" must be ${wanted}, not ${nameOf[value.kind]}.`, value);
		return [];
	};
	const listed = (value: TreeNode): TreeNode[] => (value.kind === 'list' ? value.items : [value]);

	const reader: MapReader = {
		line: node.line,
		has: (key) => present(key) !== undefined,
		node: present,
		text(key) {
			const value = find(key)?.value;
			if (!value) return undefined;
			if (value.kind !== 'scalar') return wrong(key, value, 'a text').at(0);
			return value.text === null ? undefined : { text: value.text, line: value.line };
		},
		string: (key) => reader.text(key)?.text,
		required(key) {
			const value = reader.text(key);
			if (!value && present(key) === undefined) report('error', `"${where(key)}" is missing.`, node);
			return value ?? { text: '', line: node.line };
		},
		flag(key, fallback) {
			const value = reader.text(key);
			if (!value) return fallback;
			const truth = truths[value.text.trim().toLowerCase()];
			if (truth === undefined)
				report('error', `"${where(key)}" must be true or false, not "${value.text}".`, place(key));
			return truth ?? fallback;
		},
		number(key, fallback) {
			const value = reader.text(key);
			if (!value) return fallback;
			const number = Number(value.text);
			if (Number.isFinite(number) && value.text.trim()) return number;
			report('error', `"${where(key)}" must be a number, not "${value.text}".`, place(key));
			return fallback;
		},
		texts(key) {
			const value = present(key);
			if (!value) return [];
			return listed(value).flatMap((item) => {
				if (item.kind !== 'scalar') return wrong(key, item, 'a list of texts');
				return item.text === null ? [] : [{ text: item.text, line: item.line }];
			});
		},
		values(key) {
			const value = present(key);
			if (!value) return [];
			return listed(value).flatMap((item) => {
				if (item.kind !== 'scalar') return wrong(key, item, 'a list of texts');
				return { text: item.text ?? '', line: item.line };
			});
		},
		pairs(key) {
			const value = present(key);
			if (!value) return [];
			if (value.kind !== 'map') return wrong(key, value, 'a map');
			return value.entries.flatMap((entry) => {
				const first = entry.value.kind === 'list' ? entry.value.items[0] : entry.value;
				if (first?.kind === 'map') return wrong(`${key}.${entry.key}`, first, 'a text');
				const text = first?.kind === 'scalar' ? (first.text ?? '') : '';
				return [{ key: entry.key, value: { text, line: first?.line ?? entry.at.line } }];
			});
		},
		map(key) {
			const value = present(key);
			if (!value) return undefined;
			if (value.kind !== 'map') return wrong(key, value, 'a map').at(0);
			return readMap(value, where(key), faults);
		},
		maps(key) {
			const value = present(key);
			if (!value) return [];
			if (value.kind !== 'list') return wrong(key, value, 'a list');
			return value.items.flatMap((item, index) => {
				if (item.kind !== 'map') return wrong(`${key}[${index}]`, item, 'a map');
				return [readMap(item, `${where(key)}[${index}]`, faults)];
			});
		},
		named(key) {
			const value = present(key);
			if (!value) return [];
			if (value.kind !== 'map') return wrong(key, value, 'a map');
			return value.entries;
		},
		at: (value, key) => readMap(value, where(key), faults),
		filters: (key) =>
			reader.maps(key).map((filter) => {
				const spec = { name: filter.required('name').text, args: filter.values('args'), line: filter.line };
				filter.done();
				return spec;
			}),
		oneOf(key, allowed, fallback) {
			const value = reader.text(key);
			if (!value) return fallback;
			const match = allowed.find((name) => name === value.text.trim().toLowerCase());
			if (!match)
				report(
					'error',
					`"${where(key)}" must be one of ${allowed.join(', ')}, not "${value.text}".`,
					place(key)
				);
			return match ?? fallback;
		},
		fault: (message, key) => report('error', message, place(key)),
		warn: (message, key) => report('warning', message, place(key)),
		done() {
			for (const entry of node.entries) {
				if (!asked.has(entry.key))
					report('warning', `"${where(entry.key)}" is not known and has no effect.`, entry.at);
			}
		}
	};
	return reader;
}
