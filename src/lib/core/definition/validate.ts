import type { Definition, FilterSpec, Text } from './definition.ts';
import { encodingExists } from './encode.ts';
import type { Fault } from './faults.ts';
import { isKnownField } from './fields.ts';
import { filterNames } from './filters.ts';
import { readDefinition, type DefinitionReading } from './read-definition.ts';
import { compilePattern } from './regex/pattern.ts';
import { compileSelector } from './selector/select.ts';
import { compileTemplate } from './template/template.ts';

const mostFaults = 200;

/** All that can be told about a definition without asking its site. */
export function validate(text: string): DefinitionReading {
	const reading = readDefinition(text);
	if (!reading.definition) return reading;
	const lines = text.split('\n');
	const faults = [...reading.faults, ...check(reading.definition, lines)];
	const sorted = faults.toSorted((a, b) => a.line - b.line || a.column - b.column);
	const shown = sorted.slice(0, mostFaults);
	// What runs into an error each time it is used cannot be used.
	return faults.some(({ severity }) => severity === 'error')
		? { faults: shown }
		: { ...reading, faults: shown };
}

function check(definition: Definition, lines: readonly string[]): Fault[] {
	const faults: Fault[] = [];
	const report = (severity: Fault['severity'], line: number, message: string, near?: string) => {
		const column = near ? Math.max(0, lines[line - 1]?.indexOf(near) ?? 0) + 1 : 1;
		faults.push({ severity, line, column, message: sentence(message) });
	};
	const attempt = (severity: Fault['severity'], line: number, near: string, run: () => unknown) => {
		try {
			run();
		} catch (error) {
			report(severity, line, error instanceof Error ? error.message : String(error), near.slice(0, 20));
		}
	};
	if (!encodingExists(definition.encoding))
		report('warning', 1, `the encoding "${definition.encoding}" is not known; UTF-8 is used`);
	for (const { text, line } of collectTexts(definition)) {
		if (!text.includes('{{')) continue;
		attempt('error', line, '{{', () => compileTemplate(text));
		attempt('warning', line, '.Config.', () => checkSettings(text, definition));
	}
	for (const filter of collectFilters(definition)) checkFilter(filter, report, attempt);
	const inJson = definition.search.paths.every((path) => path.response === 'json');
	if (!inJson) {
		for (const { text, line } of collectSelectors(definition)) {
			if (!text.includes('{{'))
				attempt('warning', line, text, () => compileSelector(text.replace(/^\s*:root(?=.)/, '')));
		}
	}
	checkFields(definition, report);
	return faults;
}

const sentence = (message: string) =>
	`${message[0]!.toUpperCase()}${message.slice(1)}${message.endsWith('.') ? '' : '.'}`;

type Report = (severity: Fault['severity'], line: number, message: string, near?: string) => void;
type Attempt = (severity: Fault['severity'], line: number, near: string, run: () => unknown) => void;

function checkSettings(template: string, definition: Definition): void {
	const settings = new Set(definition.settings.map((setting) => setting.name));
	for (const [, name] of template.matchAll(/\.Config\.([\w-]+)/g)) {
		if (name !== 'sitelink' && !settings.has(name!)) throw new Error(`there is no setting "${name}"`);
	}
}

function checkFilter(filter: FilterSpec, report: Report, attempt: Attempt): void {
	const { name, args, line } = filter;
	if (!filterNames.includes(name))
		return report('warning', line, `the filter "${name}" is not known and has no effect`, name);
	if ((name === 'regexp' || name === 're_replace') && args[0]) {
		const { text } = args[0];
		attempt('warning', args[0].line, text, () => compilePattern(text));
	}
	const needed =
		{ re_replace: 2, replace: 2, split: 2, regexp: 1, querystring: 1, dateparse: 1, timeparse: 1 }[name] ?? 0;
	if (args.length < needed)
		report('error', line, `the filter "${name}" needs ${needed} argument${needed > 1 ? 's' : ''}`, name);
}

/** A field that is neither known nor used anywhere is most likely misspelt. */
function checkFields(definition: Definition, report: Report): void {
	const { fields } = definition.search;
	const templates = collectTexts(definition)
		.map(({ text }) => text)
		.join('\n');
	for (const { name, line } of fields) {
		if (!isKnownField(name) && !name.startsWith('_') && !templates.includes(`.Result.${name}`)) {
			report('warning', line, `the field "${name}" is not known and nothing uses it`, name);
		}
	}
	if (!fields.some(({ name }) => name === 'download' || name === 'magnet' || name === 'infohash')) {
		report(
			'warning',
			fields[0]?.line ?? 1,
			'no field gives a download, magnet or infohash, so nothing can be grabbed'
		);
	}
}

const isText = (value: object): value is Text =>
	'text' in value && 'line' in value && typeof value.text === 'string';

function walk(value: unknown, key: string, visit: (value: object, key: string) => void): void {
	if (typeof value !== 'object' || value === null) return;
	visit(value, key);
	for (const [inner, child] of Object.entries(value)) walk(child, Array.isArray(value) ? key : inner, visit);
}

function collect<T extends object>(
	definition: Definition,
	wanted: (value: object, key: string) => value is T
): T[] {
	const found: T[] = [];
	walk(
		{ login: definition.login, search: definition.search, download: definition.download },
		'',
		(value, key) => {
			if (wanted(value, key)) found.push(value);
		}
	);
	return found;
}

const collectTexts = (definition: Definition) => collect(definition, (value): value is Text => isText(value));
const collectSelectors = (definition: Definition) =>
	collect(
		definition,
		(value, key): value is Text => (key === 'selector' || key === 'remove' || key === 'form') && isText(value)
	);
const collectFilters = (definition: Definition) =>
	collect(
		definition,
		(value): value is FilterSpec => 'args' in value && 'name' in value && Array.isArray(value.args)
	);
