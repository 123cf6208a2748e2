import { z } from 'zod';
import type { App } from '#server/app.ts';
import type { DownloadRow } from '#server/downloads/module.ts';

/** What a page tells of a download. */
export function shown(app: App, row: DownloadRow) {
	const { id, title, name, protocol, state, message, progress, bytesPerSecond, etaSeconds } = row;
	const { sizeBytes, indexer, client, outputPath, grabbedBy, grabbedAt, completedAt } = row;
	return {
		...{ id, title, name, protocol, state, message, progress, bytesPerSecond, etaSeconds },
		...{ sizeBytes, indexer, client, outputPath, grabbedBy, grabbedAt, completedAt },
		can: app.downloads.abilities(row)
	};
}
export type ShownDownload = ReturnType<typeof shown>;

export const idForm = z.object({ id: z.number().int() });

export const removeForm = idForm.extend({
	removeFromClient: z.boolean().default(false),
	deleteFiles: z.boolean().default(false),
	blocklist: z.boolean().default(false)
});
