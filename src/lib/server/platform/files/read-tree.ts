import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface TreeEntry {
	/** Below the folder. */
	path: string;
	kind: 'file' | 'folder' | 'link';
	sizeBytes: number;
	mtimeMs: number;
}

export interface Tree {
	/** A folder stands before what is in it. */
	entries: TreeEntry[];
	sizeBytes: number;
	/** When anything in it changed last. */
	mtimeMs: number;
}

/** A folder with all that is in it; links are not followed, and what is neither file nor folder is left out. */
export async function readTree(folder: string): Promise<Tree> {
	const entries: TreeEntry[] = [];
	const tree: Tree = { entries, sizeBytes: 0, mtimeMs: (await lstat(folder)).mtimeMs };
	const read = async (path: string): Promise<void> => {
		for (const name of (await readdir(join(folder, path))).toSorted()) {
			const below = path === '' ? name : `${path}/${name}`;
			const found = await lstat(join(folder, below));
			const kind = found.isFile()
				? 'file'
				: found.isDirectory()
					? 'folder'
					: found.isSymbolicLink()
						? 'link'
						: undefined;
			if (kind === undefined) continue;
			const { size: sizeBytes, mtimeMs } = found;
			entries.push({ path: below, kind, sizeBytes, mtimeMs });
			if (kind === 'folder') await read(below);
			if (kind !== 'file') continue;
			tree.sizeBytes += sizeBytes;
			tree.mtimeMs = Math.max(tree.mtimeMs, mtimeMs);
		}
	};
	await read('');
	return tree;
}
