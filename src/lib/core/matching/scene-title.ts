import type { Parsed } from '#core/release/types.ts';

const extension = /\.(?:mkv|mp4|avi|m4v|ts|m2ts|wmv|mov|mpe?g|webm|iso|nzb|torrent|rar|zip)$/i;

/** Is it a name in the form that scene releases have: dots for spaces, number or year, quality and group? */
export function isSceneTitle(name: string, parsed: Parsed): boolean {
	if (!name.includes('.') || /\s/.test(name) || parsed.reject) return false;
	const placed = parsed.year !== undefined || parsed.seasons.length > 0 || parsed.airDate !== undefined;
	return placed && parsed.quality !== 'Unknown' && parsed.group !== undefined && Boolean(parsed.title);
}

/** The scene name in a file or post name: without extension and stray marks behind; undefined when it is none. */
export function sceneTitle(name: string, parse: (name: string) => Parsed): string | undefined {
	const title = name.replace(extension, '').replace(/[\s._-]+$/, '');
	return isSceneTitle(title, parse(title)) ? title : undefined;
}
