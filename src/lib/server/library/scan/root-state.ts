import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface RootLook {
	state: 'ready' | 'missing' | 'unreadable';
	message?: string;
	real: string;
	/** Device and inode. */
	id: string;
	isMount: boolean;
}

const absent = (state: 'missing' | 'unreadable', message: string): RootLook => ({
	state,
	message,
	real: '',
	id: '',
	isMount: false
});

/** Is the folder there, and is it what it was: a mount point that is none any more lost its disk. */
export async function lookAtRoot(path: string, wasMount: boolean | null): Promise<RootLook> {
	try {
		const real = await realpath(path);
		const [own, above] = await Promise.all([stat(real), stat(dirname(real))]);
		if (!own.isDirectory()) return absent('missing', `${path} is not a folder.`);
		const isMount = own.dev !== above.dev || own.ino === above.ino;
		if (wasMount && !isMount) return absent('missing', `${path} is not mounted.`);
		return { state: 'ready', real, id: `${own.dev}:${own.ino}`, isMount };
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		return code === 'ENOENT' || code === 'ENOTDIR'
			? absent('missing', `${path} is not there.`)
			: absent('unreadable', `${path} cannot be read (${code}).`);
	}
}
