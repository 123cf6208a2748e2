export type FileKind = 'video' | 'subtitle' | 'audio' | 'nfo' | 'image';

const endings: Record<FileKind, string> = {
	video:
		'3g2 3gp asf avi divx dvr-ms f4v flv img iso m2ts m2v m4v mk3d mkv mov mp4 mpe mpeg mpg mts ogm ogv rec rm rmvb strm tp trp ts tivo vob vro webm wmv wtv xvid',
	subtitle: 'ass idx mks pgs sami smi srt ssa sub sup ttml vtt',
	audio: 'aac ac3 ape dts dtshd eac3 flac m4a mka mp2 mp3 oga ogg opus thd wav wma wv',
	nfo: 'nfo',
	image: 'avif gif jpeg jpg png tbn webp'
};

const kinds = new Map(
	(Object.keys(endings) as FileKind[]).flatMap((kind) =>
		endings[kind].split(' ').map((ending) => [ending, kind] as const)
	)
);

/** The name without its ending, and the ending in small letters. */
export function splitEnding(name: string): { stem: string; ending: string } {
	const dot = name.lastIndexOf('.');
	return dot > 0
		? { stem: name.slice(0, dot), ending: name.slice(dot + 1).toLowerCase() }
		: { stem: name, ending: '' };
}

/** What a file is to the library; undefined for what it has no use for. */
export const fileKind = (name: string): FileKind | undefined => kinds.get(splitEnding(name).ending);
