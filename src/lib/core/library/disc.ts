export type DiscKind = 'dvd' | 'bluray';

const folders: Record<string, DiscKind> = { VIDEO_TS: 'dvd', BDMV: 'bluray' };

/** Folders that a disc has beside the one with its films, and that players may ask for. */
const besides = new Set(['AUDIO_TS', 'JACKET_P', 'CERTIFICATE']);

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).toUpperCase();

/** The structure of a DVD or Blu-ray is a folder that counts as one file. */
export const discKind = (path: string): DiscKind | undefined => folders[nameOf(path)];

export const isDisc = (path: string): boolean => discKind(path) !== undefined;

export const isBesideDisc = (name: string): boolean => besides.has(name.toUpperCase());

/** What a disc is where no name says more. */
export function discQuality(path: string): string | null {
	const kind = discKind(path);
	return kind === undefined ? null : kind === 'dvd' ? 'DVD-R' : 'BR-DISK';
}
