import { readdir, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';

const most = 60;
const hidden = /^(?:\.|lost\+found$|@eadir$|#recycle$)/i;
const unfit = new Set('/proc /sys /dev /run /etc /boot /bin /sbin /lib /lib64 /usr'.split(' '));

/** Folders that what was typed may become: those in it, or those beside it that begin alike. */
export async function completeFolder(typed: string): Promise<string[]> {
	if (!isAbsolute(typed)) return [];
	const isWhole = typed.endsWith('/');
	const folder = isWhole ? typed : dirname(typed);
	const beginning = isWhole ? '' : typed.slice(folder === '/' ? 1 : folder.length + 1).toLowerCase();
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	const found: string[] = [];
	for (const entry of entries) {
		const { name } = entry;
		if (!name.toLowerCase().startsWith(beginning) || (hidden.test(name) && !beginning.startsWith('.')))
			continue;
		const path = join(folder, name);
		if (unfit.has(path)) continue;
		const isFolder =
			entry.isDirectory() ||
			(entry.isSymbolicLink() && (await stat(path).catch(() => undefined))?.isDirectory() === true);
		if (isFolder) found.push(path);
	}
	return found.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).slice(0, most);
}
