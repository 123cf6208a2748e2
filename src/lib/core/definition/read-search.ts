import type { ErrorSpec, Field, RowsSpec, SearchPath, SearchSpec } from './definition.ts';
import { readBlock, readField, readHeaders } from './read-block.ts';
import type { MapReader } from './read-node.ts';

export function readSearch(top: MapReader): SearchSpec {
	const search = top.map('search');
	if (!search) {
		top.fault('"search" is missing.');
		return emptySearch(top.line);
	}
	const spec: SearchSpec = {
		paths: readPaths(search),
		inputs: search.pairs('inputs'),
		headers: readHeaders(search, 'headers') ?? [],
		keywordsFilters: search.filters('keywordsfilters'),
		preprocessingFilters: search.filters('preprocessingfilters'),
		errors: readErrors(search),
		allowEmptyInputs: search.flag('allowEmptyInputs', false),
		rows: readRows(search),
		fields: readFields(search)
	};
	search.done();
	return spec;
}

function emptySearch(line: number): SearchSpec {
	const rows = {
		selector: { text: '', line },
		after: 0,
		multiple: false,
		missingAttributeEqualsNoResults: false,
		filters: [],
		line
	};
	return {
		paths: [],
		inputs: [],
		headers: [],
		keywordsFilters: [],
		preprocessingFilters: [],
		errors: [],
		allowEmptyInputs: false,
		rows,
		fields: []
	};
}

function readPaths(search: MapReader): SearchPath[] {
	const paths = search.maps('paths').map(readPath);
	const single = search.text('path');
	if (single) paths.push(plainPath(single));
	if (!paths.length) search.fault('"search.paths" must name at least one path.', 'paths');
	return paths;
}

const plainPath = (path: SearchPath['path']): SearchPath => ({
	path,
	method: 'get',
	inputs: [],
	inheritInputs: true,
	categories: [],
	followRedirect: false,
	response: 'html',
	line: path.line
});

function readPath(map: MapReader): SearchPath {
	const response = map.map('response');
	const noResults = response?.text('noResultsMessage')?.text;
	const path: SearchPath = {
		...plainPath(map.text('path') ?? { text: '', line: map.line }),
		method: map.string('method')?.trim().toLowerCase() === 'post' ? 'post' : 'get',
		inputs: map.pairs('inputs'),
		inheritInputs: map.flag('inheritinputs', true),
		categories: map.texts('categories').map((text) => text.text),
		followRedirect: map.flag('followredirect', false),
		response: response?.oneOf('type', ['html', 'json', 'xml'], 'html') ?? 'html',
		...(noResults !== undefined && { noResultsMessage: noResults }),
		line: map.line
	};
	map.text('queryseparator');
	response?.done();
	map.done();
	return path;
}

export function readErrors(map: MapReader): ErrorSpec[] {
	return map.maps('error').map((entry) => {
		const message = entry.map('message');
		const spec = { selector: entry.required('selector'), ...(message && { message: readBlock(message) }) };
		entry.text('path');
		entry.done();
		return spec;
	});
}

function readRows(search: MapReader): RowsSpec {
	const rows = search.map('rows');
	if (!rows) {
		search.fault('"search.rows" is missing.');
		return emptySearch(search.line).rows;
	}
	const attribute = rows.string('attribute');
	const count = rows.map('count');
	const dateHeaders = rows.map('dateheaders');
	const spec: RowsSpec = {
		selector: rows.text('selector') ?? { text: '', line: rows.line },
		after: Math.max(0, Math.trunc(rows.number('after', 0))),
		...(attribute !== undefined && { attribute }),
		multiple: rows.flag('multiple', false),
		missingAttributeEqualsNoResults: rows.flag('missingAttributeEqualsNoResults', false),
		...(count && { count: readBlock(count) }),
		...(dateHeaders && { dateHeaders: readBlock(dateHeaders) }),
		filters: rows.filters('filters'),
		line: rows.line
	};
	// The format allows these beside a row selector, and no engine runs them.
	for (const idle of ['optional', 'case', 'remove', 'text', 'default']) rows.node(idle);
	rows.done();
	return spec;
}

function readFields(search: MapReader): Field[] {
	const fields = search.map('fields');
	if (!fields) {
		search.fault('"search.fields" is missing.');
		return [];
	}
	const read = search.named('fields').flatMap((entry) => {
		if (entry.value.kind !== 'map') {
			fields.fault(`The field "${entry.key}" must be a map.`, entry.key);
			return [];
		}
		return [readField(entry.key, fields.at(entry.value, entry.key))];
	});
	if (!read.some((field) => field.name === 'title'))
		search.fault('No field gives the title of a release.', 'fields');
	return read;
}
