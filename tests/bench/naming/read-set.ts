import { classifyFolder, type ClassifiedFile } from '#core/library/classify.ts';
import { partOf } from '#core/library/parts.ts';
import { splitEnding } from '#core/library/file-kinds.ts';
import { parsePath } from '#core/release/parse.ts';
import type { Finding } from './read-row.ts';
import type { SetRow } from './row.ts';

interface Placed {
	folder: string[];
	name: string;
}

interface Found extends ClassifiedFile {
	folder: string[];
}

/** A folder is looked into: an only file lies in it. */
const place = (file: SetRow['files'][number]): Placed => {
	const path = typeof file === 'string' ? file : file.path;
	const parts = path
		.replace(/^[A-Z]:/i, '')
		.split('/')
		.filter(Boolean);
	const isFolder = typeof file === 'string' ? !/\.\w{2,4}$/.test(path) : file.isDirectory;
	return isFolder ? { folder: parts, name: 'film.mkv' } : { folder: parts.slice(0, -1), name: parts.at(-1)! };
};

/** What a file is a copy or a part of: a film, or the episodes it holds. */
const itemOf = ({ unit, folder, name }: Found, kind: 'movie' | 'series') => {
	if (kind === 'movie') return unit;
	const { seasons, episodes, absolute } = parsePath([...folder, name].join('/'), { kind });
	return JSON.stringify([unit, seasons, episodes, absolute]);
};

/** Parts of one whole are one version. */
const versionOf = ({ name, part }: ClassifiedFile) =>
	part === undefined ? name : (partOf(splitEnding(name).stem)?.whole ?? 'discs');

function classify({ files }: SetRow) {
	const kind = files.some((file) => typeof file === 'string' && /^\/TV\//.test(file)) ? 'series' : 'movie';
	const folders = Map.groupBy(files.map(place), ({ folder }) => folder.join('/'));
	const found = [...folders.values()].flatMap((members): Found[] => {
		const { folder } = members[0]!;
		const { files } = classifyFolder({ kind, between: folder, names: members.map(({ name }) => name) });
		return files.map((file) => ({ ...file, folder }));
	});
	const mains = found.filter(({ role }) => role === 'main' || role === 'part');
	const items = [...Map.groupBy(mains, (file) => itemOf(file, kind)).values()];
	return { items, extras: found.length - mains.length };
}

export const isSetOurs = ({ origin }: SetRow) => !origin.fixture.startsWith('AudioBook');

export function* readSet(row: SetRow): Iterable<Finding> {
	const { groups, mainItems, extras: wantedExtras, stacks, alternates, fileCounts } = row.expect;
	const { items, extras } = classify(row);
	const versions = items.map((item) => [...Map.groupBy(item, versionOf).values()]);
	const stacked = versions.flat().filter((files) => files.length > 1);
	if (row.origin.fixture === 'StackTests' && !fileCounts) {
		yield [
			'stacks',
			stacks?.map(({ count }) => count).toSorted() ?? [],
			stacked.map(({ length }) => length).toSorted()
		];
		return;
	}
	if (groups !== undefined) yield ['items and extras', groups, items.length + extras];
	if (mainItems !== undefined) yield ['items', mainItems, items.length];
	if (wantedExtras !== undefined) yield ['extras', wantedExtras, extras];
	if (alternates && items.length === 1)
		yield ['other versions', alternates[0]!.alternateVersions, versions[0]!.length - 1];
	if (fileCounts && items.length === 1)
		yield ['parts', fileCounts[0]!.files, Math.max(...versions[0]!.map(({ length }) => length))];
}
