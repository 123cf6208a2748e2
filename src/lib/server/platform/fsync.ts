import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** A new or renamed file survives a power cut only when its bytes and its folder's entry are both on disk. */
export function fsyncPath(path: string): void {
	const fd = openSync(path, 'r');
	try {
		fsyncSync(fd);
	} catch (error) {
		// Network shares and FUSE refuse to sync folders (EINVAL, ENOTSUP, EISDIR); they sync on their own terms.
		const { code } = error as NodeJS.ErrnoException;
		if (!['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EBADF'].includes(code ?? '')) throw error;
	} finally {
		closeSync(fd);
	}
}

export const fsyncEntry = (path: string): void => fsyncPath(dirname(path));
