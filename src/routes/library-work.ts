import type { App } from '#server/app.ts';

const kinds = ['library.scan', 'library.identify', 'library.refresh', 'library.probe'];

/** What is under way in the library right now. */
export const libraryWork = ({ jobs }: App) =>
	kinds.flatMap((kind) =>
		jobs
			.list({ kind, states: ['running', 'queued'], limit: 20 })
			.items.map(({ id, title, state, progress, note, payload }) => ({
				id,
				kind,
				title,
				state,
				progress,
				note,
				rootFolderId: (payload as { rootFolderId?: number }).rootFolderId
			}))
	);
