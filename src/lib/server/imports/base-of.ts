import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The folder that the rows' paths begin at: what was looked into, or the folder of the one file. */
export const baseOf = async (path: string): Promise<string> =>
	(await stat(path)).isFile() ? dirname(path) : path;
