import { foldLetters } from '#core/text/fold-letters.ts';
import type { I18n } from '$lib/i18n/i18n.ts';
import { languageName } from './file-words.ts';

export type Detail = [name: string, value: string | null | undefined | false];

interface Item {
	title: string;
	originalTitle: string | null;
	originalLanguage: string | null;
	aliases: readonly { title: string }[];
	studios: readonly string[];
	tags: readonly { name: string }[];
	rootPath: string | null;
	folder: string | null;
	sizeBytes: number;
}

const shownNames = 6;

/** Other names that say something new: neither the title, nor the original, nor each other once more. */
export function otherNames({
	title,
	originalTitle,
	aliases
}: Pick<Item, 'title' | 'originalTitle' | 'aliases'>): string[] {
	const known = new Set([title, originalTitle ?? ''].map(foldLetters));
	return aliases
		.map((alias) => alias.title)
		.filter((name) => {
			const folded = foldLetters(name);
			return !known.has(folded) && known.add(folded);
		})
		.slice(0, shownNames);
}

/** What stands beside any film or series, before and after what only one of them has. */
export function itemDetails(item: Item, { t, bytes, locale }: I18n): { names: Detail[]; place: Detail[] } {
	return {
		names: [
			[t('Original title'), item.originalTitle !== item.title && item.originalTitle],
			[t('Original language'), languageName(item.originalLanguage, locale)],
			[t('Also known as'), otherNames(item).join('\n')]
		],
		place: [
			[t('Studios'), item.studios.join(', ')],
			[t('Tags'), item.tags.map(({ name }) => name).join(', ')],
			[t('Folder'), item.rootPath && item.folder && `${item.rootPath}/${item.folder}`],
			[t('On disk'), item.sizeBytes > 0 && bytes(item.sizeBytes)]
		]
	};
}
