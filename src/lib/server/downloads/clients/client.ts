import { z } from 'zod';
import { type PathMapping, readMapping } from '#core/downloads/map-path.ts';
import type { Protocol, RemoteDownload } from '#core/downloads/download.ts';

export const clientPort = 'download-client';

export type Content = { magnet: string } | { torrent: Buffer } | { nzb: Buffer };

export interface NewDownload {
	title: string;
	/** What it calls itself, if it does. */
	name?: string | undefined;
	content: Content;
	/** The names a torrent may go by in a client; none of an NZB. */
	hashes: readonly string[];
	category?: string | undefined;
	paused?: boolean | undefined;
}

/** The port: a program that fetches what Bijou asks it for. Faults are AppErrors a person can act on. */
export interface DownloadClient {
	readonly protocols: readonly Protocol[];
	readonly category: string | undefined;
	readonly mappings: readonly PathMapping[];
	/** What of its downloads it can delete from the disk. */
	readonly deletesFiles: 'all' | 'unfinished' | 'none';
	/** Says what was found, such as the version. */
	test(signal?: AbortSignal): Promise<string>;
	/** How the client names it from now on. */
	add(download: NewDownload, signal?: AbortSignal): Promise<string>;
	/** What it knows of these; those it does not know are left out. */
	list(ids: readonly string[], signal?: AbortSignal): Promise<RemoteDownload[]>;
	/** One it does not know is removed already. */
	remove(id: string, options: { deleteFiles: boolean }, signal?: AbortSignal): Promise<void>;
	pause?(id: string, signal?: AbortSignal): Promise<void>;
	resume?(id: string, signal?: AbortSignal): Promise<void>;
	/** Where finished downloads come to lie, as the client sees it. */
	folder?(signal?: AbortSignal): Promise<string | undefined>;
}

export const address = (placeholder: string) =>
	z.url({ protocol: /^https?$/, error: 'Give an address such as ' + placeholder }).meta({
		title: 'Address',
		description: 'As a browser opens it, with its URL base if it has one.',
		placeholder
	});

export const user = z.string().max(200).optional().meta({ title: 'User name' });
export const password = z.string().max(500).optional().meta({ title: 'Password', secret: true });

export const category = z
	.string()
	.trim()
	.max(100)
	.regex(/^[^\\/]*$/, 'Without slashes')
	.default('bijou')
	.meta({ title: 'Category', description: 'Keeps what Bijou asks for apart from everything else.' });

export const paused = z.boolean().default(false).meta({
	title: 'Add paused',
	description: 'Waits in the client until somebody starts it.',
	advanced: true
});

export const verifyTls = z.boolean().default(true).meta({
	title: 'Check its certificate',
	description: 'Switch off for a certificate that the client made itself.',
	advanced: true
});

export const mappings = {
	mappings: z
		.array(z.string().refine((line) => readMapping(line), 'Write it as /downloads => /mnt/downloads'))
		.default([])
		.meta({
			title: 'Where its folders are for Bijou',
			description:
				'One a line, when the client runs elsewhere: its path => the same folder as Bijou sees it.',
			placeholder: '/downloads => /mnt/nas/downloads',
			advanced: true
		})
};

export const readMappings = (lines: readonly string[]): PathMapping[] =>
	lines.flatMap((line) => readMapping(line) ?? []);
