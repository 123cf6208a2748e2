import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { invalid } from '#server/platform/errors.ts';
import { isInside } from '#server/platform/files.ts';

/** What belongs to the system: nobody's films lie there, and nothing of it is to be moved. */
const system =
	'/proc /sys /dev /run /etc /boot /bin /sbin /lib /lib64 /usr /var/lib /var/log /var/cache'.split(' ');

interface Bounds {
	dataDir: string;
	/** Root folders: what is in them is in the library's hands. */
	roots: readonly string[];
}

const real = (path: string) => realpath(path).catch(() => resolve(path));

/** The folder or file that may be looked into; refuses with the reason. */
export async function checkPath(path: string, { dataDir, roots }: Bounds): Promise<string> {
	if (!isAbsolute(path)) throw invalid('Give the whole path, such as /downloads/complete.');
	if (path.includes('\0') || Buffer.byteLength(path) > 4096) throw invalid('This is no path.');
	const given = resolve(path);
	const found = await stat(given).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ELOOP') throw invalid(`${given} is a link in a circle.`);
		if (error.code === 'EACCES') throw invalid(`Bijou may not read ${given}.`);
		throw invalid(`There is no ${given} on the server.`);
	});
	if (!found.isDirectory() && !found.isFile()) throw invalid(`${given} is neither a folder nor a file.`);
	const mode = found.isDirectory() ? constants.R_OK | constants.X_OK : constants.R_OK;
	await access(given, mode).catch(() => {
		throw invalid(`Bijou may not read ${given}.`);
	});
	const at = await real(given);
	if (at === '/' || system.some((folder) => isInside(folder, at)))
		throw invalid(`${given} belongs to the system. Choose the folder that the files are in.`);
	const own = await real(dataDir);
	if (isInside(own, at) || isInside(at, own)) throw invalid(`${given} holds Bijou's own files.`);
	for (const root of roots) {
		const theirs = await real(root);
		if (isInside(theirs, at))
			throw invalid(`${given} lies in the root folder ${root}: a scan finds what is in it.`);
		if (isInside(at, theirs))
			throw invalid(`${given} has the root folder ${root} in it. Choose a folder beside it.`);
	}
	return given;
}
