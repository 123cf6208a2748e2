import { splitEnding } from '#core/library/file-kinds.ts';
import type { ExtraType } from '#core/release/types.ts';

/** Why a file is not brought in. A soft one may be overruled by a person, who may know better. */
export interface Refusal {
	readonly message: string;
	readonly soft: boolean;
}

const archive = /^(?:rar|zip|7z|tar|gz|tgz|bz2|xz|zst|ace|r\d{2,3}|s\d{2}|z\d{2}|\d{3})$/;
const unfinished = /^(?:part|!qb|!ut|crdownload|aria2|partial|filepart|tmp|download|opdownload|bc!)$/;

const hard = (message: string): Refusal => ({ message, soft: false });
const soft = (message: string): Refusal => ({ message, soft: true });

/** What the ending alone rules out; undefined for what may be a film, or is none of our business. */
export function refusalByName(name: string): Refusal | undefined {
	const { ending } = splitEnding(name);
	if (unfinished.test(ending)) return hard('It is not whole yet: its download is still under way.');
	if (archive.test(ending)) return hard('It is an archive. Unpack it, then look again.');
	return undefined;
}

const extras: Partial<Record<ExtraType, string>> = {
	sample: 'It is a sample.',
	trailer: 'It is a trailer, not the film itself.',
	'theme-video': 'It is a film for the background of a page.'
};

export const refusalOfExtra = (type: ExtraType): Refusal =>
	soft(extras[type] ?? 'It is an extra, not the film itself.');

export const refusals = {
	looseDisc: hard(
		'It is a DVD without its folder. Put all of its files into a folder named VIDEO_TS, then look again.'
	),
	empty: hard('It is empty.'),
	growing: hard('It is still being written. Look again when it is whole.'),
	inLibrary: soft('It is in the library already.'),
	unreadable: hard('Bijou may not read it.')
};

/** One name for all volumes of an archive: "Film.r07", "Film.part03.rar" and "Film.zip.002" are one. */
export function archiveKey(name: string): string {
	const { stem, ending } = splitEnding(name.toLowerCase());
	const whole = /^\d{3}$/.test(ending) ? splitEnding(stem).stem : stem;
	return whole.replace(/\.part\d+$/, '');
}
