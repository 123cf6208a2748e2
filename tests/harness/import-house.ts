import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { openLibrary, type LibraryHouse } from './library.ts';
import { createImports, type Imports } from '#server/imports/module.ts';
import type { Hint } from '#server/imports/schema.ts';

export const { signal } = new AbortController();

export interface House extends LibraryHouse {
	imports: Imports;
	films: string;
	shows: string;
	/** Files of a few bytes, written long ago, in the folder that is looked into. */
	bring(files: Record<string, string>): string;
	looked(path: string, hint?: Hint): Promise<ReturnType<Imports['get']>>;
	/** What was announced under this name. */
	told(name: string): unknown[];
	imported(id: number): Promise<ReturnType<Imports['get']>>;
}

let house: House | undefined;
afterEach(async () => {
	await house?.[Symbol.asyncDispose]();
	house = undefined;
});

/** A house with a root folder for films and one for series. */
export async function open(): Promise<House> {
	const library = await openLibrary();
	const imports = createImports({ ...library, now: Date.now });
	library.jobs.register(imports.jobs ?? []);
	const films = library.lay('films', {});
	const shows = library.lay('shows', {});
	mkdirSync(films, { recursive: true });
	mkdirSync(shows, { recursive: true });
	await library.library.roots.add({ path: films, kind: 'movie' });
	await library.library.roots.add({ path: shows, kind: 'series' });
	const facts: { name: string; fact: unknown }[] = [];
	library.bus.onAny((name, fact) => facts.push({ name, fact }));
	const settled = async (id: number) => {
		await library.jobs.settled(imports.get(id).jobId!);
		await library.idle();
		return imports.get(id);
	};
	house = Object.assign(library, {
		imports,
		films,
		shows,
		told: (name: string) => facts.filter((each) => each.name === name).map(({ fact }) => fact),
		bring: (files: Record<string, string>) => library.lay('incoming', files),
		looked: async (path: string, hint?: Hint) => settled((await imports.look(path, hint)).id),
		imported: async (id: number) => {
			imports.bring(id, {});
			return settled(id);
		}
	});
	return house;
}

export const rowsOf = ({ imports }: House, id: number) => imports.rows(id, { limit: 500 }).items;
/** The files in it, but for those in the trash. */
export const below = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.parentPath.includes('.bijou-trash'))
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.toSorted();
