import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#server/platform/root.ts';
import { adminKey, startServer, temporaryFolder, type TestServer } from '../harness/server.ts';
import { load } from '../harness/load.ts';
import type { Figure } from './run.ts';

const size = { movies: 50_000, series: 500, episodes: 50_000 };
const headers = { 'x-api-key': adminKey, accept: 'text/html, application/json' };
const together = 8;

const sorts = ['title', 'added', 'year', 'rating', 'size', 'profile'].flatMap((field) => [
	field,
	`-${field}`
]);
const filters = [
	'',
	'monitored=true',
	'files=have',
	'files=missing',
	'resolution=2160p',
	'genre=Drama',
	'genre=Crime&files=missing&yearFrom=2000',
	'genre=Nothing',
	'yearFrom=1990&yearTo=1999',
	'watched=false',
	'profile=any',
	'profile=ultra-hd',
	'letter=q',
	'letter=%23'
];
const queries = sorts.flatMap((sort) =>
	filters.map((filter) => [`sort=${sort}`, filter].filter(Boolean).join('&'))
);
const words =
	'the amber harbour of avalon quarry lisbon москва 東京 étrange velvet umbrella last engine'.split(' ');
/** As it is typed, letter by letter, with a slip of the finger now and then. */
const typed = words.flatMap((word, at) => {
	const next = words[(at + 5) % words.length]!;
	const whole = [...`${word} ${next}`];
	const slip = [...`${word} ${next}`.replace(/(.)(.)$/, '$2$1'), String(at)];
	return [...whole.map((_, end) => whole.slice(0, end + 1).join('')), slip.join('')];
});

const round = (value: number) => Math.round(value * 100) / 100;
const rssMb = (pid: number) =>
	Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

const each = (urls: readonly string[], inFlight: number) =>
	load((at) => urls[at % urls.length]!, headers, { inFlight, total: urls.length, warmUp: 0 });

/** Every address once, one after the other, and once more some at a time, with another length of the page: nothing kept answers it. */
async function* measure(
	server: TestServer,
	bench: string,
	paths: readonly string[],
	detail: string
): AsyncIterable<Figure> {
	const urls = paths.map((path) => server.url + path);
	const alone = await each(urls, 1);
	const crowded = await each(
		urls.map((url) => (url.includes('/api/library/movies') ? `${url}&limit=49` : url)),
		together
	);
	const show = ({ p50, p99 }: { p50: number; p99: number }) => `p50 ${round(p50)}, p99 ${round(p99)}`;
	yield {
		bench: `library/${bench}`,
		value: round(alone.p99),
		unit: 'ms',
		detail: `p99; ${paths.length} different ones, one after the other: ${show(alone)}; ${together} in flight: ${show(crowded)}; ${detail}`
	};
}

/** Cursors of the second, a middle and the last page of a list. */
async function pages(server: TestServer, query: string): Promise<string[]> {
	const { cursors } = await server.json<{ cursors: string[] }>(
		`/api/library/shelf/marks?kind=movie&every=50&${query}`
	);
	const some = new Set([cursors[0], cursors[Math.floor(cursors.length / 2)], cursors.at(-1)]);
	return [...some].filter((cursor) => cursor !== undefined);
}

async function* lists(server: TestServer): AsyncIterable<Figure> {
	const first = queries.map((query) => `/api/library/movies?${query}`);
	const deep = (
		await Promise.all(
			queries.map(async (query) => (await pages(server, query)).map((cursor) => [query, cursor]))
		)
	)
		.flat()
		.map(([query, cursor]) => `/api/library/movies?${query}&cursor=${cursor}`);
	yield* measure(
		server,
		'list',
		first,
		`first pages of 50 of ${size.movies} films: every order, fourteen filters`
	);
	yield* measure(server, 'list-deep', deep, 'second, middle and last pages of the same');
	const marks = queries.map((query) => `/api/library/shelf/marks?kind=movie&every=51&${query}`);
	yield* measure(server, 'marks', marks, 'where all pages and letters of a list begin');
}

const day = (at: number) => new Date(Date.UTC(1995, at, 1)).toISOString().slice(0, 10);

async function* others(server: TestServer): AsyncIterable<Figure> {
	yield* measure(
		server,
		'page',
		queries.map((query) => `/movies?${query}`),
		'HTML of the wall of films, every order, fourteen filters'
	);
	yield* measure(
		server,
		'search',
		typed.map((text) => `/api/library/search?q=${encodeURIComponent(text)}`),
		'as typed, letter by letter, with slips'
	);
	const months = Array.from({ length: 100 }, (_, at) => `/calendar?month=${day(at).slice(0, 7)}`);
	yield* measure(server, 'calendar', months, 'HTML of a month');
	const wanted = ['movie', 'series'].flatMap((kind) =>
		['missing', 'cutoff'].map((state) => `/wanted?kind=${kind}&state=${state}`)
	);
	yield* measure(server, 'wanted', wanted, 'HTML of what is missing and what could be better');
	yield* measure(
		server,
		'home',
		Array.from({ length: 50 }, (_, at) => `/?again=${at}`),
		'HTML'
	);
	const items = Array.from({ length: 200 }, (_, at) => `/movies/${1 + at * 240}`);
	yield* measure(server, 'film', items, 'HTML of one film');
}

/** The library of a collector, on a real server with a real database. */
export async function* run(): AsyncIterable<Figure> {
	const dataDir = temporaryFolder('bench-library');
	await (await startServer({ dataDir })).stop();
	const counts = Object.entries(size).flatMap(([what, count]) => [`--${what}`, String(count)]);
	execFileSync(process.execPath, [join(projectRoot, 'src/cli/seed.ts'), ...counts], {
		env: { ...process.env, DATA_DIR: dataDir }
	});
	try {
		await using server = await startServer({ dataDir });
		// What is compiled when it is first needed is not what lists cost.
		for (const path of [
			'/api/library/movies',
			'/movies',
			'/api/library/search?q=x',
			'/',
			'/wanted',
			'/calendar'
		])
			await load(server.url + path, headers, { inFlight: 1, total: 60 });
		yield* lists(server);
		yield* others(server);
		yield {
			bench: 'library/memory',
			value: Math.round(rssMb(server.pid)),
			unit: 'MB',
			detail: 'resident, after all this'
		};
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
}
