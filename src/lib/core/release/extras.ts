import type { ExtraType } from './types.ts';
import { containers } from './words/release.ts';

const folders = new Map<string, ExtraType>(
	Object.entries({
		trailers: 'trailer',
		trailer: 'trailer',
		'theme-music': 'theme-song',
		backdrops: 'theme-video',
		'behind the scenes': 'behind-the-scenes',
		'behind-the-scenes': 'behind-the-scenes',
		'deleted scenes': 'deleted-scene',
		'deleted-scenes': 'deleted-scene',
		interviews: 'interview',
		scenes: 'scene',
		samples: 'sample',
		shorts: 'short',
		featurettes: 'featurette',
		clips: 'clip',
		extras: 'unknown',
		extra: 'unknown',
		other: 'unknown'
	})
);
const suffixes = new Map<string, ExtraType>(
	Object.entries({
		scene: 'scene',
		clip: 'clip',
		interview: 'interview',
		behindthescenes: 'behind-the-scenes',
		deleted: 'deleted-scene',
		deletedscene: 'deleted-scene',
		featurette: 'featurette',
		short: 'short',
		extra: 'unknown',
		other: 'unknown'
	})
);
const sounds = new Set(['mp3', 'flac', 'm4a', 'ogg', 'opus', 'wav', 'aac', 'mka', 'wma', 'ape']);

/** What kind of extra a file is, by its folder or its name's ending; `libraryRoot` is no such folder however it is called. */
export function extraType(path: string, libraryRoot?: string): ExtraType | undefined {
	const parts = path.replaceAll('\\', '/').split('/');
	const file = parts.pop()!;
	const dot = file.lastIndexOf('.');
	const ending = dot > 0 ? file.slice(dot + 1).toLowerCase() : '';
	const stem = (containers.has(ending) ? file.slice(0, dot) : file).toLowerCase();
	const sound = sounds.has(ending);
	const folder =
		parts.join('/') === libraryRoot ? undefined : folders.get((parts[parts.length - 1] ?? '').toLowerCase());
	if (folder) return (folder === 'theme-song') === sound ? folder : undefined;
	if (sound) return stem === 'theme' ? 'theme-song' : undefined;
	const exact = /^(?:.*[-._]|.* - )?(trailer|sample)$/.exec(stem);
	if (exact) return exact[1] as ExtraType;
	const suffix = /-([a-z]+)$/.exec(stem);
	return suffix ? suffixes.get(suffix[1]!) : undefined;
}
