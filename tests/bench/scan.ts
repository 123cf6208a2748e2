import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
	mkdirSync,
	mkdtempSync,
	openSync,
	closeSync,
	ftruncateSync,
	futimesSync,
	rmSync,
	utimesSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { readNames } from '#server/library/identify/read-names.ts';
import { scanRoot } from '#server/library/scan/scan-root.ts';
import { libraries, rootFolders } from '#server/library/schema/folders.ts';
import { projectRoot } from '#server/platform/root.ts';
import { createWorkers } from '#server/platform/workers.ts';
import { openWorkshop } from '../harness/workshop.ts';
import type { Figure } from './run.ts';

const folders = 2_000;
const filesEach = 10;
const long = 1_600_000_000;
/** The threads as people run them: `npm run build` makes them. */
const built = join(projectRoot, 'build/workers');
const qualities = ['480p', '720p', '1080p', '2160p'];

const folderName = (i: number) =>
	`The ${['Amber', 'Iron', 'Silver', 'Quiet'][i % 4]} Harbour ${i} (${1950 + (i % 70)})`;
const fileName = (i: number, j: number) =>
	`The.${['Amber', 'Iron', 'Silver', 'Quiet'][i % 4]}.Harbour.${i}.${1950 + (i % 70)}.${qualities[j % 4]}.BluRay.x264-GRP${j}.mkv`;

/** Sparse files that were written long ago. */
function lay(root: string): void {
	for (let i = 0; i < folders; i++) {
		const folder = join(root, folderName(i));
		mkdirSync(folder);
		for (let j = 0; j < filesEach; j++) {
			const file = openSync(join(folder, fileName(i, j)), 'w');
			ftruncateSync(file, 700_000_000 + i * 1000 + j);
			futimesSync(file, long, long);
			closeSync(file);
		}
		utimesSync(folder, long, long);
	}
	utimesSync(root, long, long);
}

const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;

function findMs(root: string): number {
	const run = () => {
		const started = performance.now();
		spawnSync('find', [root, '-printf', '%p %s %T@ %D %i\\n'], { stdio: 'ignore' });
		return performance.now() - started;
	};
	return median(Array.from({ length: 7 }, run));
}

/** Reads the names in a thread as fresh as that of a first scan; its start and the sending of answers do not count. */
const reader = `
	const { parentPort, workerData } = require('node:worker_threads');
	import(workerData.module).then(({ default: parsePaths }) => {
		const started = performance.now();
		parsePaths({ kind: 'movie', paths: workerData.paths });
		parentPort.postMessage(performance.now() - started);
	});
`;

/** What reading all names costs by itself, each once. */
async function parseMs(): Promise<number> {
	const paths = Array.from({ length: folders * filesEach }, (_, at) => {
		const i = Math.floor(at / filesEach);
		return `${folderName(i)}/${fileName(i, at % filesEach)}`;
	});
	const workerData = { module: pathToFileURL(join(built, 'parse-paths.js')).href, paths };
	const thread = new Worker(reader, { eval: true, workerData });
	const [ms] = (await once(thread, 'message')) as [number];
	await thread.terminate();
	return ms;
}

const figure = (bench: string, value: number, unit: string, detail: string): Figure => ({
	bench: `scan/${bench}`,
	value: Math.round(value * 100) / 100,
	unit,
	detail
});

export async function* run(): AsyncIterable<Figure> {
	const root = mkdtempSync(join(tmpdir(), 'bijou-bench-scan-'));
	lay(root);
	execFileSync('sync');
	using workshop = await openWorkshop();
	const { db, log } = workshop;
	const workers = createWorkers({ log, folder: built });
	const library = db.insert(libraries).values({ name: 'Films', kind: 'movie' }).returning().get();
	const { id } = db
		.insert(rootFolders)
		.values({ libraryId: library.id, path: root, addedAt: 0 })
		.returning()
		.get();
	const scan = async () => {
		const started = performance.now();
		const before = process.cpuUsage();
		const { state, report } = await scanRoot({
			db,
			workers,
			rootFolderId: id,
			signal: new AbortController().signal,
			now: Date.now
		});
		if (state !== 'ready') throw new Error(`the scan says ${state}`);
		const { user, system } = process.cpuUsage(before);
		return { ms: performance.now() - started, cpuMs: (user + system) / 1000, report };
	};
	try {
		const find = findMs(root);
		const parse = median([await parseMs(), await parseMs(), await parseMs()]);
		const delay = monitorEventLoopDelay({ resolution: 2 });
		delay.enable();
		const first = await scan();
		delay.disable();
		if (first.report.added !== folders * filesEach)
			throw new Error(`the scan found ${first.report.added} files`);
		const readFrom = performance.now();
		const read = await readNames(db, workers, new AbortController().signal, 'all');
		const readMs = performance.now() - readFrom;
		if (read !== folders * filesEach) throw new Error(`${read} names were read`);
		const again: number[] = [];
		for (let i = 0; i < 7; i++) again.push((await scan()).ms);
		const size = `${folders * filesEach} files in ${folders} folders`;
		yield figure('find', find, 'ms', `find -printf over ${size}, warm, median of 7`);
		yield figure(
			'parse',
			parse,
			'ms',
			'reading all names once in a fresh thread, its start not counted, median of 3'
		);
		yield figure(
			'first',
			first.ms,
			'ms',
			`${size}; bound ${Math.round(3 * find + parse)} ms (3 x find + parse); ${Math.round(first.cpuMs)} ms of processor time`
		);
		yield figure(
			'first-and-names',
			first.ms + readMs,
			'ms',
			'the same, and then every name read and written down, which identification does as it goes'
		);
		yield figure('first-delay-p99', delay.percentile(99) / 1e6, 'ms', 'event loop while scanning');
		yield figure(
			'unchanged',
			median(again),
			'ms',
			`median of 7; bound ${Math.round(1.5 * find)} ms (1.5 x find)`
		);
	} finally {
		await workers.close();
		rmSync(root, { recursive: true, force: true });
	}
}
