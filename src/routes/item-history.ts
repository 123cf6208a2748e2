import { said, type Said } from '#core/text/said.ts';
import type { App } from '#server/app.ts';

export interface ItemEvent {
	at: number;
	what: Said;
	/** Who did it, or which program it happened in. */
	by: string | null;
	/** A release's name, a reason. */
	detail: string | null;
	/** What takes it back, while that is possible. */
	undoId: number | null;
}

type Kind = 'movie' | 'series';
type Teller = (app: App, kind: Kind, id: number) => ItemEvent[] | Promise<ItemEvent[]>;

const mostOfEach = 60;
const asked = (kind: Kind, id: number) => ({
	limit: mostOfEach,
	...(kind === 'movie' ? { movie: id } : { series: id })
});

const changes: Teller = async ({ library }, kind, id) =>
	(await library.changes(asked(kind, id))).items.map(
		({ id: step, createdAt, text, values, by, why, undoneAt, undoneBy, paths }) => ({
			at: createdAt,
			what: said(text, values ?? undefined),
			by: undoneAt === null ? by : (undoneBy ?? by),
			detail: undoneAt === null ? (paths[0] ?? null) : 'Undone since',
			undoId: why === null ? step : null
		})
	);

const happened: Record<string, string> = {
	grabbed: 'Grabbed',
	imported: 'Imported',
	failed: 'The download failed',
	deleted: 'A file was deleted',
	renamed: 'A file was renamed',
	ignored: 'The download was ignored'
};

const brought: Teller = ({ library }, kind, id) =>
	library.bring.history(asked(kind, id)).items.map(({ at, event, app, sourceTitle }) => ({
		at,
		what: said(happened[event] ?? event),
		by: app === 'sonarr' ? 'Sonarr' : 'Radarr',
		detail: sourceTitle || null,
		undoId: null
	}));

const grabbed: Teller = ({ downloads }, kind, id) =>
	downloads
		.forItem(kind, id)
		.flatMap(({ grabbedAt, grabbedBy, title, completedAt, client }) => [
			{ at: grabbedAt, what: said('Grabbed'), by: grabbedBy, detail: title, undoId: null },
			...(completedAt === null
				? []
				: [{ at: completedAt, what: said('Downloaded'), by: client, detail: title, undoId: null }])
		]);

/** Every domain that knows what happened to a title tells it by one line here. */
const tellers: Teller[] = [changes, brought, grabbed];

/** What happened to a film or series, latest first. */
export async function itemHistory(app: App, kind: Kind, id: number): Promise<ItemEvent[]> {
	const told = await Promise.all(tellers.map((teller) => teller(app, kind, id)));
	return told
		.flat()
		.toSorted((a, b) => b.at - a.at)
		.slice(0, mostOfEach);
}
