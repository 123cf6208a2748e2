// A library on a mount that tells of no changes: a FUSE file system over folders of its own.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { isRemote } from '#server/library/scan/watch.ts';
import { files } from '#server/library/schema/files.ts';
import { openLibrary, type LibraryHouse } from '../harness/library.ts';

const isHere = spawnSync('which', ['mergerfs']).status === 0;
if (!isHere) process.stdout.write('skip mergerfs: it is not installed\n');

const long = 1_600_000_000;

function openMount(policy = '') {
	const folder = mkdtempSync(join(tmpdir(), 'bijou-mount-'));
	const path = join(folder, 'mnt');
	for (const name of ['one', 'two', 'mnt']) mkdirSync(join(folder, name));
	const mount = () =>
		execFileSync('mergerfs', ['-o', `use_ino,cache.attr=0${policy}`, `${folder}/one:${folder}/two`, path], {
			stdio: 'pipe'
		});
	const unmount = () => spawnSync('umount', [path]);
	mount();
	return {
		path,
		mount,
		unmount,
		/** On a disk below, as another computer would. */
		lay(disk: 'one' | 'two', name: string, sizeBytes: number) {
			const file = join(folder, disk, name);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, '');
			truncateSync(file, sizeBytes);
			utimesSync(file, long, long);
			utimesSync(dirname(file), long, long);
			utimesSync(join(folder, disk), long + sizeBytes, long + sizeBytes);
		},
		drop: (disk: 'one' | 'two', name: string) => rmSync(join(folder, disk, name), { recursive: true }),
		[Symbol.dispose]() {
			unmount();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

async function run({ library, idle }: LibraryHouse, name: string) {
	const task = library.tasks!.find(({ id }) => id === name)!;
	const said = await task.run({
		signal: new AbortController().signal,
		progress: () => undefined,
		log: undefined as never
	});
	await idle();
	return said;
}

const titles = ({ library }: LibraryHouse) =>
	library.list('movie', { limit: 10 }, 'ann').items.map(({ title }) => title);

const states = ({ db }: LibraryHouse) =>
	db
		.select()
		.from(files)
		.all()
		.map(({ state }) => state)
		.toSorted();

test.skipIf(!isHere)(
	'what another computer puts there is found by looking, and a lost mount loses nothing',
	async () => {
		using mount = openMount(',func.getattr=newest');
		mount.lay('one', 'Amber (2001)/Amber (2001).mkv', 1000);
		await using house = await openLibrary();
		house.settings.update('library', { watch: true });
		expect(await isRemote(mount.path)).toBe(true);
		expect(await isRemote(house.media)).toBe(false);
		const root = await house.library.roots.add({ path: mount.path, kind: 'movie' });
		await house.scan(root.id);
		expect(titles(house)).toEqual(['Amber']);

		mount.lay('two', 'Birch (2002)/Birch (2002).mkv', 2000);
		expect(await run(house, 'library.poll')).toMatchObject({ values: { count: 1 } });
		expect(titles(house)).toEqual(['Amber', 'Birch']);

		mount.unmount();
		await run(house, 'library.poll');
		expect(house.library.roots.list()).toMatchObject([{ state: 'missing' }]);
		expect(states(house)).toEqual(['present', 'present']);

		mount.mount();
		mount.drop('two', 'Birch (2002)');
		await run(house, 'library.poll');
		await run(house, 'library.poll');
		expect(house.library.roots.list()).toMatchObject([{ state: 'ready' }]);
		expect(states(house)).toEqual(['missing', 'present']);
	}
);

test.skipIf(!isHere)(
	'the regular scan finds what a folder made of several disks does not show by its time',
	async () => {
		using mount = openMount();
		mount.lay('one', 'Amber (2001)/Amber (2001).mkv', 1000);
		await using house = await openLibrary();
		const root = await house.library.roots.add({ path: mount.path, kind: 'movie' });
		await house.scan(root.id);
		mount.lay('two', 'Birch (2002)/Birch (2002).mkv', 2000);
		await run(house, 'library.scan');
		expect(titles(house)).toEqual(['Amber', 'Birch']);
	}
);
