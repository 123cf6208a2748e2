import { access, constants, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Protocol, RemoteDownload } from '#core/downloads/download.ts';
import { AppError, invalid, upstream } from '#server/platform/errors.ts';
import { writeAtomic } from '#server/platform/files.ts';
import { defineProvider } from '#server/platform/providers.ts';
import * as common from './client.ts';

const folder = z.string().trim().regex(/^\//, 'Give a whole path, such as /downloads/watch');
/** What lies still for so long is done. */
const settledMs = 60_000;

export const watchedFolder = defineProvider({
	port: common.clientPort,
	kind: 'watched-folder',
	title: 'Watched folder',
	description: 'Puts torrents, magnet links or NZB files into a folder that some program watches.',
	settings: z.object({
		folder: folder.meta({
			title: 'Folder',
			description: 'As Bijou sees it.',
			placeholder: '/downloads/watch'
		}),
		takes: z
			.array(z.enum(['torrent', 'usenet']))
			.min(1)
			.default(['torrent'])
			.meta({ title: 'Takes', labels: { torrent: 'Torrents', usenet: 'NZB files' } }),
		magnets: z.boolean().default(true).meta({
			title: 'Magnet links too',
			description: 'As files that end in .magnet; not every program reads them.'
		}),
		doneFolder: folder.optional().meta({
			title: 'Where finished downloads come to lie',
			description:
				'Bijou looks there for what it handed over. Without it, it cannot know what became of them.',
			placeholder: '/downloads/complete'
		})
	}),
	create({ folder, takes, magnets, doneFolder }): common.DownloadClient {
		async function usable(path: string, mode: number) {
			const found = await stat(path).catch(() => undefined);
			if (!found?.isDirectory()) throw invalid(`There is no folder ${path}.`);
			await access(path, mode).catch(() => {
				throw invalid(
					mode === constants.W_OK ? `Bijou may not write to ${path}.` : `Bijou may not read ${path}.`
				);
			});
		}

		return {
			protocols: takes as Protocol[],
			deletesFiles: 'none',
			category: undefined,
			mappings: [],
			async test() {
				await usable(folder, constants.W_OK);
				if (doneFolder) await usable(doneFolder, constants.R_OK);
				return doneFolder ? 'Both folders are there.' : 'The folder is there.';
			},
			async add({ title, name, content }) {
				if ('magnet' in content && !magnets)
					throw upstream('The watched folder does not take magnet links, and this release has no file.');
				await usable(folder, constants.W_OK).catch((error: unknown) => {
					throw error instanceof AppError ? upstream(error.message) : error;
				});
				const [bytes, ending] =
					'magnet' in content
						? [Buffer.from(content.magnet), 'magnet']
						: 'torrent' in content
							? [content.torrent, 'torrent']
							: [content.nzb, 'nzb'];
				const file = `${safeName(title)}.${ending}`;
				await writeAtomic(join(folder, file), bytes);
				return [file, safeName(name ?? title)].join('/');
			},
			/** By hash a folder knows nothing. */
			list: (ids) =>
				Promise.all(ids.filter((id) => id.includes('/')).map((id) => look(id, { folder, doneFolder }))),
			remove: (id) => rm(join(folder, id.split('/')[0]!), { force: true }),
			folder: async () => doneFolder
		};
	},
	test: (client, signal) => client.test(signal)
});

/** An id is the file that was handed over and the name under which it should come back; neither holds a slash. */
async function look(
	id: string,
	{ folder, doneFolder }: { folder: string; doneFolder: string | undefined }
): Promise<RemoteDownload> {
	const [file, name] = id.split('/') as [string, string];
	if (await stat(join(folder, file)).catch(() => undefined))
		return { id, state: 'queued', message: 'Waits in the folder to be picked up.' };
	if (!doneFolder)
		return { id, state: 'handed-over', message: 'Picked up. Bijou cannot see what becomes of it.' };
	const title = file.replace(/\.\w+$/, '');
	const wanted = [title, name].map((each) => each.toLowerCase());
	const found = (await readdir(doneFolder).catch(() => [])).find(
		(each) =>
			wanted.includes(each.toLowerCase().replace(/\.(?:mkv|mp4|avi|m4v|ts)$/, '')) ||
			wanted.includes(each.toLowerCase())
	);
	if (!found) return { id, state: 'processing', message: 'Picked up. It is not in the other folder yet.' };
	const path = join(doneFolder, found);
	if (Date.now() - (await newest(path)) < settledMs)
		return { id, state: 'processing', message: 'It is still being written.' };
	return { id, state: 'completed', path };
}

async function newest(path: string): Promise<number> {
	const found = await stat(path);
	if (!found.isDirectory()) return found.mtimeMs;
	const inside = await Promise.all((await readdir(path)).map((name) => newest(join(path, name))));
	return Math.max(found.mtimeMs, ...inside);
}

const safeName = (text: string): string =>
	text
		.replaceAll(/[/\\:*?"<>|\u0000-\u001f\s]+/g, ' ')
		.replace(/^[.\s]+/, '')
		.trim()
		.slice(0, 180) || 'release';
