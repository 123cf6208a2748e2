import { createHash } from 'node:crypto';
import { watch, type FSWatcher } from 'node:fs';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Definition } from '#core/definition/definition.ts';
import type { Fault } from '#core/definition/faults.ts';
import type { Db } from '#server/platform/db.ts';
import { invalid, notFound, tooLarge } from '#server/platform/errors.ts';
import type { Log } from '#server/platform/log.ts';
import type { Workers } from '#server/platform/workers.ts';
import { createDefinitionReader, maxDefinitionBytes, type Summarised } from './reader.ts';
import * as rows from './rows.ts';
import type { LightRow } from './rows.ts';
import { origins, type DefinitionSummary, type Origin } from './summary.ts';

export interface DefinitionFile {
	file: string;
	text: string;
}
export interface KnownDefinition extends DefinitionSummary {
	origin: Origin;
	sha256: string;
	warnings: Fault[];
}
export interface BrokenDefinition {
	file: string;
	origin: Origin;
	faults: Fault[];
}

export interface DefinitionStore {
	/** Usable ones by name; of several with one id the nearest to the user. */
	list(): KnownDefinition[];
	find(id: string): KnownDefinition | undefined;
	broken(): BrokenDefinition[];
	text(id: string): Promise<string>;
	load(id: string): Promise<Definition>;
	validate(text: string, signal?: AbortSignal): Promise<Summarised>;
	/** Keeps a definition of the user's own; refused when it cannot be used. */
	save(text: string): Promise<KnownDefinition>;
	remove(id: string): void;
	/** Makes what is known of an origin equal to these files. */
	replace(origin: Origin, files: readonly DefinitionFile[], signal?: AbortSignal): Promise<Replaced>;
	/** Reads the bundled ones and the user's folder again. */
	rescan(signal?: AbortSignal): Promise<void>;
	start(signal: AbortSignal): Promise<void>;
	stop(): void;
}
export interface Replaced {
	added: number;
	changed: number;
	removed: number;
	faulty: number;
}

interface Deps {
	db: Db;
	log: Log;
	workers: Workers;
	bundled: string;
	/** Where people put files; made when it is missing. */
	folder: string;
	/** Told the ids whose definition is another now. */
	changed(ids: string[]): void;
	now?: () => number;
}

const isDefinition = (file: string) => /\.ya?ml$/i.test(file);
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const settleMs = 300;
const mostFiles = 5_000;

export function createDefinitionStore({ db, log, workers, bundled, folder, changed, now = Date.now }: Deps) {
	const reader = createDefinitionReader(workers);
	const folders: Partial<Record<Origin, string>> = { bundled, folder };
	let known: Map<string, LightRow> | undefined;
	let broken: BrokenDefinition[] = [];
	let watcher: FSWatcher | undefined;
	let settling: NodeJS.Timeout | undefined;
	let scanning: Promise<unknown> = Promise.resolve();

	function index(): Map<string, LightRow> {
		if (known) return known;
		const map = new Map<string, LightRow>();
		const usable = rows.all(db).filter((row) => row.summary);
		for (const origin of origins)
			for (const row of usable)
				if (row.origin === origin && !map.has(row.definitionId)) map.set(row.definitionId, row);
		broken = rows
			.all(db)
			.filter((row) => !row.summary)
			.map(({ file, origin, faults }) => ({ file, origin, faults }));
		return (known = map);
	}
	/** A definition that is gone may have a successor, which serves its indexers from then on. */
	const findRow = (id: string): LightRow | undefined =>
		index().get(id) ?? [...index().values()].find(({ summary }) => summary?.replaces?.includes(id));
	const rowOf = (id: string): LightRow => {
		const row = findRow(id);
		if (!row) throw notFound('definition', id);
		return row;
	};
	async function textOf({ id, origin, file }: LightRow): Promise<string> {
		const place = folders[origin];
		return place ? readFile(join(place, file), 'utf8') : (rows.textOf(db, id) ?? '');
	}

	/** Drops what was known and tells which ids now mean something else. */
	function renew<T>(change: () => T): T {
		const before = index();
		const result = change();
		known = undefined;
		const after = index();
		const replaced = [...after.values()].flatMap(({ summary }) => summary?.replaces ?? []);
		const ids = [...new Set([...before.keys(), ...after.keys()])];
		const differing = ids.filter((id) => before.get(id)?.sha256 !== after.get(id)?.sha256);
		if (differing.length) changed([...differing, ...replaced]);
		return result;
	}

	async function replace(origin: Origin, files: readonly DefinitionFile[], signal?: AbortSignal) {
		const before = new Map(rows.ofOrigin(db, origin).map((row) => [row.file, row]));
		const fresh = files
			.map(({ file, text }) => ({ file, text, sha256: hash(text) }))
			.filter(({ file, sha256 }) => before.get(file)?.sha256 !== sha256);
		const read = await reader.summarise(
			fresh.map(({ text }) => text),
			signal
		);
		const kept = folders[origin] === undefined;
		const present = new Set(files.map(({ file }) => file));
		const gone = [...before.keys()].filter((file) => !present.has(file));
		const updated = fresh.map(({ file, text, sha256 }, at) => {
			const { summary = null, faults } = read[at]!;
			const definitionId = summary?.id ?? basename(file, extname(file));
			return { origin, file, definitionId, sha256, text: kept ? text : null, summary, faults, updatedAt: now() };
		});
		renew(() => {
			rows.put(db, updated);
			rows.removeFiles(db, origin, gone);
		});
		return {
			added: fresh.filter(({ file }) => !before.has(file)).length,
			changed: fresh.filter(({ file }) => before.has(file)).length,
			removed: gone.length,
			faulty: read.filter(({ summary }) => !summary).length
		};
	}

	async function filesIn(place: string): Promise<DefinitionFile[]> {
		const names = await readdir(place, { recursive: true }).catch(() => []);
		const files: DefinitionFile[] = [];
		for (const file of names.filter(isDefinition).sort().slice(0, mostFiles)) {
			const path = join(place, file);
			const { size } = await stat(path);
			// Too big a file is listed with its fault, but not read to its end.
			const text = size > maxDefinitionBytes ? ' '.repeat(maxDefinitionBytes + 1) : await readFile(path, 'utf8');
			files.push({ file, text });
		}
		return files;
	}

	const scan = async (origin: 'bundled' | 'folder', signal?: AbortSignal) =>
		replace(origin, await filesIn(folders[origin]!), signal);
	const told = (signal: AbortSignal) => (error: unknown) => {
		if (!signal.aborted) log.error({ err: error }, 'definitions could not be read');
	};

	const store: DefinitionStore = {
		list: () =>
			[...index().values()]
				.map(toKnown)
				.sort((a, b) => a.name.localeCompare(b.name, 'en', { sensitivity: 'base' })),
		find(id) {
			const row = findRow(id);
			return row && toKnown(row);
		},
		broken() {
			index();
			return broken;
		},
		text: (id) => textOf(rowOf(id)),
		load: async (id) => reader.whole(await textOf(rowOf(id))),
		async validate(text, signal) {
			return (await reader.summarise([text], signal))[0]!;
		},
		async save(text) {
			if (Buffer.byteLength(text) > maxDefinitionBytes)
				throw tooLarge(`A definition may have at most ${maxDefinitionBytes / 1024} KiB.`);
			const { summary, faults } = (await reader.summarise([text]))[0]!;
			if (!summary) {
				const first = faults.find(({ severity }) => severity === 'error') ?? faults[0]!;
				throw invalid(`Line ${first.line}: ${first.message}`, faults);
			}
			const row = {
				origin: 'own' as const,
				file: `${summary.id}.yml`,
				definitionId: summary.id,
				sha256: hash(text),
				text,
				summary,
				faults,
				updatedAt: now()
			};
			renew(() => rows.put(db, [row]));
			return toKnown(rowOf(summary.id));
		},
		remove(id) {
			const { origin, file } = rowOf(id);
			if (origin !== 'own') throw invalid('Only definitions that you wrote or uploaded here can be removed here.');
			renew(() => rows.removeFiles(db, 'own', [file]));
		},
		replace,
		async rescan(signal) {
			for (const origin of ['bundled', 'folder'] as const) await scan(origin, signal);
		},
		async start(signal) {
			await mkdir(folder, { recursive: true });
			await scan('bundled', signal).catch(told(signal));
			// A folder may hold hundreds: nobody waits for it, what it held the last time is known.
			scanning = scan('folder', signal).catch(told(signal));
			watcher = watch(folder, { recursive: true }, () => {
				clearTimeout(settling);
				settling = setTimeout(() => {
					scanning = scanning.then(() => scan('folder', signal)).catch(told(signal));
				}, settleMs);
			});
			watcher.on('error', (error) => log.warn({ err: error }, 'the folder of definitions is not watched any more'));
		},
		stop() {
			clearTimeout(settling);
			watcher?.close();
		}
	};
	return store;
}

const toKnown = ({ summary, origin, sha256, faults }: LightRow): KnownDefinition => ({
	...summary!,
	origin,
	sha256,
	warnings: faults
});
