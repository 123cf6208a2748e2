import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { invalid } from '../errors.ts';

const longestName = 255;
const longestPath = 4096;

/** The path of something inside `root`. Whatever would lead outside, also through a symbolic link, is refused. */
export function safeJoin(root: string, relative: string): string {
	const fault = findPathFault(relative);
	if (fault) throw invalid(`This path cannot be used: ${fault}.`, { path: relative.slice(0, 200) });
	const path = resolve(root, relative);
	if (Buffer.byteLength(path) > longestPath) {
		throw invalid(`This path cannot be used: it is longer than ${longestPath} bytes.`);
	}
	const realRoot = realOf(resolve(root));
	if (!isInside(realRoot, realOf(path))) {
		throw invalid('This path cannot be used: it leads outside its folder.', { path: relative });
	}
	return path;
}

function findPathFault(relative: string): string | undefined {
	const names = relative.split(/[\\/]/);
	if (/[\u0000-\u001f\u007f]/.test(relative)) return 'it contains a control character';
	if (isAbsolute(relative) || /^[a-zA-Z]:[\\/]/.test(relative)) return 'it is absolute';
	if (names.includes('..')) return 'it contains ".."';
	const long = names.find((name) => Buffer.byteLength(name) > longestName);
	return long === undefined ? undefined : `one of its names is longer than ${longestName} bytes`;
}

/** True for the folder itself and for all below it; both must be absolute and without `..`. */
export const isInside = (folder: string, path: string): boolean =>
	path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Follows links as far as the path exists; what is still to be made cannot be a link. */
function realOf(path: string): string {
	try {
		return realpathSync(path);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ELOOP') throw invalid('This path cannot be used: its links go in a circle.');
		if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
		const parent = dirname(path);
		return parent === path ? path : join(realOf(parent), path.slice(parent.length));
	}
}
