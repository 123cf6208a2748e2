import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles, type SourceFile } from './source.ts';

const files = sourceFiles();
const isTest = (path: string) => path.endsWith('.test.ts');
const code = files.filter((file) => !isTest(file.path));

/** Domains from left to right: one may know those of a later row, never of its own row or an earlier one. */
const rows = [
	['bridges', 'fleet', 'ingest', 'livetv', 'lists', 'notifications', 'history', 'system'],
	['acquisition', 'imports', 'subtitles', 'streaming', 'catalogs'],
	['library'],
	['downloads'],
	['accounts', 'metadata', 'indexers', 'torrents', 'profiles'],
	['platform']
];
const rowOf = new Map(rows.flatMap((names, row) => names.map((name) => [name, row] as const)));
const domainOf = (path: string) => /^lib\/server\/([^/]+)\//.exec(path)?.[1];

/** What the pure core may use besides itself: libraries that touch nothing outside their arguments. */
const pureLibraries = ['zod', 'yaml', 'htmlparser2', 'parse5', 'entities', 'fast-xml-parser', 'iconv-lite'];

function offences(
	of: (file: SourceFile) => boolean,
	isAllowed: (file: SourceFile, target: SourceFile['imports'][number]) => boolean
) {
	return code
		.filter(of)
		.flatMap((file) =>
			file.imports
				.filter((target) => !isAllowed(file, target))
				.map((target) => `${file.path} -> ${target.target}`)
		);
}

test('the scan sees the whole house', () => {
	expect(code.length).toBeGreaterThan(50);
	expect(code.find((file) => file.path === 'lib/server/app.ts')?.imports.length).toBeGreaterThan(5);
});

test('the core is pure: it knows only itself and libraries without side effects', () => {
	const inCore = (file: SourceFile) => file.path.startsWith('lib/core/');
	expect(
		offences(inCore, (_, { target, own }) =>
			own ? target.startsWith('lib/core/') : pureLibraries.includes(target.split('/')[0]!)
		)
	).toEqual([]);
});

test('the platform knows no domain', () => {
	const inPlatform = (file: SourceFile) => file.path.startsWith('lib/server/platform/');
	const isEvents = (target: string) => target === 'lib/server/events.ts';
	const isRouteSide = (path: string) => /platform\/web/.test(path);
	expect(
		offences(inPlatform, (file, { target, own, typeOnly }) => {
			if (!own) return !target.startsWith('$') && (target !== '@sveltejs/kit' || isRouteSide(file.path));
			if (typeOnly && (isEvents(target) || (isRouteSide(file.path) && target === 'lib/server/app.ts')))
				return true;
			return target.startsWith('lib/core/') || target.startsWith('lib/server/platform/');
		})
	).toEqual([]);
});

test('a domain imports its own files, the platform, the core, and types from modules to its right', () => {
	const inDomain = (file: SourceFile) =>
		domainOf(file.path) !== undefined && domainOf(file.path) !== 'platform';
	expect(
		offences(inDomain, (file, { target, own, typeOnly }) => {
			if (!own) return !target.startsWith('$');
			if (target.startsWith('lib/core/') || target.startsWith('lib/server/platform/')) return true;
			if (target === 'lib/server/events.ts') return typeOnly;
			const [mine, theirs] = [domainOf(file.path)!, domainOf(target)];
			if (theirs === mine) return true;
			if (theirs === undefined || rowOf.get(theirs)! <= rowOf.get(mine)!) return false;
			const isSchema = (path: string) => /schema(\/[\w-]+)?\.ts$/.test(path);
			const foreignKey = isSchema(file.path) && isSchema(target);
			return foreignKey || (typeOnly && target.endsWith('/module.ts'));
		})
	).toEqual([]);
});

test('the map tells which domains are there and which are still to come', () => {
	const there = new Set(files.map((file) => domainOf(file.path)));
	const map = readFileSync('ARCHITECTURE.md', 'utf8');
	const toCome = /^Still to come: (.+)\.$/m.exec(map)?.[1]?.split(', ') ?? [];
	const missing = [...rowOf.keys()].filter((name) => !there.has(name));
	expect(toCome).toEqual(missing.sort());
});

test('every domain has its place in the order', () => {
	const unknown = new Set(
		code.map((file) => domainOf(file.path)).filter((name) => name !== undefined && !rowOf.has(name))
	);
	expect([...unknown]).toEqual([]);
});

test('only app.ts builds modules', () => {
	const others = (file: SourceFile) => file.path.startsWith('lib/') && file.path !== 'lib/server/app.ts';
	expect(
		offences(
			others,
			(file, { target, typeOnly }) =>
				typeOnly ||
				!/^lib\/server\/[^/]+\/module\.ts$/.test(target) ||
				domainOf(target) === domainOf(file.path)
		)
	).toEqual([]);
});

test('routes reach the server through locals.app and the platform edge', () => {
	const inRoutes = (file: SourceFile) => file.path.startsWith('routes/');
	const edge = [
		'lib/server/platform/web.ts',
		'lib/server/platform/errors.ts',
		'lib/server/platform/openapi.ts'
	];
	expect(
		offences(
			inRoutes,
			(_, { target, typeOnly }) => typeOnly || !target.startsWith('lib/server/') || edge.includes(target)
		)
	).toEqual([]);
});

test('components and the kit never reach the server, and the kit knows no components', () => {
	const front = (file: SourceFile) => /^lib\/(components|ui|client|i18n)\//.test(file.path);
	expect(offences(front, (_, { target }) => !target.startsWith('lib/server/'))).toEqual([]);
	const kit = (file: SourceFile) => file.path.startsWith('lib/ui/');
	expect(
		offences(kit, (_, { target }) => !target.startsWith('lib/components/') && !target.startsWith('routes/'))
	).toEqual([]);
});

test('server and core import files by Node paths, with their extension', () => {
	const plain = (file: SourceFile) => /^lib\/(core|server)\//.test(file.path);
	expect(
		offences(plain, (_, { target, own }) => (own ? /\.(ts|js|json)$/.test(target) : !target.startsWith('$')))
	).toEqual([]);
});

test('no file gathers others up to re-export them', () => {
	expect(code.map((file) => file.path).filter((path) => /\/index\.(ts|js)$/.test(path))).toEqual([]);
});

test('files are kebab-case; components are PascalCase or kebab-case', () => {
	const misnamed = code
		.map((file) => file.path)
		.filter((path) => {
			const name = path.split('/').at(-1)!;
			return !/^\+[a-z.]+$|^(\+)?[a-z0-9]+([-.][a-z0-9]+)*\.(ts|js|mjs|svelte|d\.ts)$|^\+.*$|^[A-Z][A-Za-z0-9]*\.svelte$/.test(
				name
			);
		});
	expect(misnamed).toEqual([]);
});

test('names say what a thing is', () => {
	const banned =
		/(?:function|class|const|interface|type)\s+(\w*(?:Manager|Helper|Util|Utils|Processor|Orchestrator)\b|handle[A-Z]\w*|do[A-Z]\w*)/g;
	const found = code.flatMap((file) =>
		[...file.text.matchAll(banned)].map(([, name]) => `${file.path}: ${name}`)
	);
	expect(found.filter((line) => !line.endsWith(': handleError'))).toEqual([]);
});
