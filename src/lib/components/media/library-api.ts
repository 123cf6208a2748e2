import type { Kind } from './shelf-item.ts';

/** What a person may change on a film or series. Fields that come from metadata are locked once they are edited. */
export interface ItemEdit {
	title?: string;
	sortTitle?: string;
	year?: number | null;
	overview?: string | null;
	monitored?: boolean;
	profileId?: number | string | null;
	tags?: string[];
	lockedFields?: string[];
}

export interface UndoStep {
	undoId?: number | undefined;
}

export class ApiFault extends Error {
	readonly code: string;
	constructor(code: string, message: string) {
		super(message);
		this.code = code;
	}
}

/** One request to the house; its refusals are thrown with the words the server chose. */
export async function ask<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
	const answer = await fetch(path, {
		method,
		headers: {
			accept: 'application/json',
			...(body !== undefined && { 'content-type': 'application/json' })
		},
		...(body !== undefined && { body: JSON.stringify(body) })
	});
	const text = await answer.text();
	const given = (text ? JSON.parse(text) : {}) as T & { error?: { code: string; message: string } };
	if (!answer.ok)
		throw new ApiFault(given.error?.code ?? 'status', given.error?.message ?? answer.statusText);
	return given;
}

const base = (kind: Kind) => (kind === 'movie' ? '/api/library/movies' : '/api/library/series');

/** One line of a search at a metadata source. */
export interface Candidate {
	source: string;
	kind: Kind;
	ids: { tmdb?: number; imdb?: string; tvdb?: number; tvmaze?: number };
	title: string;
	originalTitle?: string;
	year?: number;
	overview?: string;
	posterPath?: string;
}
export interface Renaming {
	fileId: number;
	from: string;
	to: string;
	/** Why it cannot be renamed so. */
	problem?: string;
}

export const libraryApi = {
	edit: (kind: Kind, id: number, edit: ItemEdit) => ask('PATCH', `${base(kind)}/${id}`, edit),
	editMany: (kind: Kind, ids: number[], edit: ItemEdit & { addTags?: string[]; removeTags?: string[] }) =>
		ask<UndoStep>('PATCH', base(kind), { ids, ...edit }),
	remove: (kind: Kind, ids: number[]) => ask<UndoStep>('DELETE', base(kind), { ids }),
	undo: (id: number) => ask('POST', `/api/library/undo/${id}`),
	refresh: (kind: Kind, id: number) => ask('POST', `${base(kind)}/${id}/refresh`),
	lookUp: (kind: Kind, title: string, year: string) =>
		ask<{ items: Candidate[] }>(
			'GET',
			`/api/library/lookup?${new URLSearchParams({ kind, q: title, ...(year && { year }) })}`
		),
	match: (kind: Kind, id: number, ids: Candidate['ids']) => ask('POST', `${base(kind)}/${id}/match`, ids),
	renaming: (kind: Kind, id: number) => ask<{ items: Renaming[] }>('GET', `${base(kind)}/${id}/rename`),
	rename: (kind: Kind, id: number) => ask<UndoStep>('POST', `${base(kind)}/${id}/rename`),
	watched: (kind: Kind | 'episode' | 'season', id: number, watched: boolean) =>
		ask(
			'PUT',
			`/api/library/${{ movie: 'movies', series: 'series', episode: 'episodes', season: 'seasons' }[kind]}/${id}/watched`,
			{ watched }
		)
};
