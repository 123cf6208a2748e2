import { titleForm } from '#core/matching/title-form.ts';
import { parseName } from '#core/release/parse-name.ts';
import { parseFolder } from '#core/release/parse-path.ts';
import type { Parsed } from '#core/release/types.ts';
import { splitEnding } from './file-kinds.ts';

/** What may follow the folder's name in the name of a version: not a mere space, which goes on with the title. */
const separator = /^(?:$|\s*[-_.[({]|\s+-\s)/;

interface Named {
	name: string;
	parsed: Pick<Parsed, 'title' | 'year'>;
}

const keyOf = (title: string | undefined) => (title === undefined ? '' : titleForm(title).key);

/** Is the file named after its folder, with nothing that makes it another film? */
function isOf(
	folder: string,
	folderParsed: Pick<Parsed, 'title' | 'year'>,
	{ name, parsed }: Named
): boolean {
	if (folderParsed.year !== undefined && parsed.year !== undefined && parsed.year !== folderParsed.year)
		return false;
	const { stem } = splitEnding(name);
	if (stem.toLowerCase().startsWith(folder.toLowerCase()) && separator.test(stem.slice(folder.length)))
		return true;
	return keyOf(parsed.title) !== '' && keyOf(parsed.title) === keyOf(folderParsed.title);
}

/** "Film (1997)" and "Film": the same, as far as both say. */
export function isSameFilm(folder: string, name: string): boolean {
	const [own, other] = [folder, name].map((each) => parseName(each, { kind: 'movie' }));
	const sameYear = own!.year === undefined || other!.year === undefined || own!.year === other!.year;
	return sameYear && keyOf(own!.title) !== '' && keyOf(own!.title) === keyOf(other!.title);
}

const plain = (text: string) =>
	text
		.toLowerCase()
		.replace(/[._()[\]{}\s-]+/g, ' ')
		.trim();

/** The folder's name with its year stands whole in front of every file's. */
function allBear(folder: string, names: readonly string[]): boolean {
	const own = plain(folder);
	return names.every((name) => {
		const other = plain(splitEnding(name).stem);
		return other === own || other.startsWith(`${own} `);
	});
}

/**
 * Sorts the films of one folder into groups of versions. The first group under the key '' is what the folder itself
 * is named after; others bear the name of their first file.
 */
export function groupVersions(folder: string | undefined, names: readonly string[]): Map<string, string[]> {
	if (folder !== undefined && names.length === 1) return new Map([['', [names[0]!]]]);
	const folderParsed = folder === undefined ? undefined : parseFolder(folder, { kind: 'movie' });
	if (folder !== undefined && folderParsed?.year !== undefined && allBear(folder, names))
		return new Map([['', [...names]]]);
	const files: Named[] = names.map((name) => ({ name, parsed: parseName(name, { kind: 'movie' }) }));
	const groups = new Map<string, string[]>();
	const rest: Named[] = [];
	const years = new Set(files.flatMap(({ parsed }) => parsed.year ?? []));
	for (const file of files) {
		const belongs =
			folder !== undefined &&
			folderParsed !== undefined &&
			(years.size < 2 || folderParsed.year !== undefined) &&
			isOf(folder, folderParsed, file);
		if (belongs) groups.set('', [...(groups.get('') ?? []), file.name]);
		else rest.push(file);
	}
	const byTitle = Map.groupBy(
		rest,
		({ name, parsed }) => `${keyOf(parsed.title) || name}|${parsed.year ?? ''}`
	);
	for (const members of byTitle.values()) {
		const sorted = members.map(({ name }) => name).toSorted();
		groups.set(splitEnding(sorted[0]!).stem, sorted);
	}
	return groups;
}
