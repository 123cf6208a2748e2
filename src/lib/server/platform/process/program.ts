import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Where a program is: `FFMPEG_PATH` for ffmpeg and so on, else the PATH. */
export function findProgram(program: string): string | undefined {
	const configured = process.env[`${program.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')}_PATH`];
	if (configured && isRunnable(configured)) return configured;
	if (isAbsolute(program)) return isRunnable(program) ? program : undefined;
	const folders = (process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute);
	return folders.map((folder) => join(folder, program)).find(isRunnable);
}

function isRunnable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}

let wrapper: string | false | undefined;

/**
 * A child must not live on when this process is killed without a chance to clean up. Linux can be asked for that by
 * util-linux' `setpriv` (busybox has one without the option).
 */
export function commandFor(path: string, args: readonly string[]): [string, string[]] {
	wrapper ??= findWrapper();
	return wrapper ? [wrapper, ['--pdeathsig', 'KILL', '--', path, ...args]] : [path, [...args]];
}

function findWrapper(): string | false {
	const found = process.platform === 'linux' && findProgram('setpriv');
	return found && !realpathSync(found).endsWith('busybox') ? found : false;
}
