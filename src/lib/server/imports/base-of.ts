import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isDisc } from '#core/library/disc.ts';

/** The folder that the rows' paths begin at: what was looked into, or the folder of the one file or disc. */
export const baseOf = async (path: string): Promise<string> =>
	(await stat(path)).isFile() || isDisc(path) ? dirname(path) : path;
