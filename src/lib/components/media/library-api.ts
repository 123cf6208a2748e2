import type { Kind } from './shelf-item.ts';

/** What a person may change on a film or series. Fields that come from metadata are locked once they are edited. */
export interface ItemEdit {
	title?: string;
	sortTitle?: string;
	year?: number | null;
	overview?: string | null;
	monitored?: boolean;
	/** As the library has it when null. */
	profileId?: string | null;
	minimumAvailability?: 'announced' | 'in-cinemas' | 'released';
	seriesType?: 'standard' | 'anime' | 'daily';
	monitorNew?: boolean;
	seasonFolders?: boolean;
	lockedFields?: string[];
}

/** What takes a change back. */
export interface UndoSteps {
	undoId?: number;
	undoIds?: number[];
}

export class ApiFault extends Error {
	readonly code: string;
	readonly details: unknown;
	constructor(code: string, message: string, details?: unknown) {
		super(message);
		this.code = code;
		this.details = details;
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
	const given = (text ? JSON.parse(text) : {}) as T & {
		error?: { code: string; message: string; details?: unknown };
	};
	if (!answer.ok)
		throw new ApiFault(
			given.error?.code ?? 'status',
			given.error?.message ?? answer.statusText,
			given.error?.details
		);
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
	from: string;
	to: string;
	state: 'same' | 'move' | 'conflict';
	/** Why it cannot be renamed so. */
	conflict?: string;
}

export interface AddingOptions {
	roots: {
		id: number;
		path: string;
		library: string;
		freeBytes: number | null;
		/** That its titles follow when they have none of their own. */
		profileId: string;
	}[];
	profiles: { id: string; name: string }[];
	tags: string[];
}
export interface Added {
	kind: Kind;
	id: number;
	title: string;
	undoId: number;
}

type Seen = { movie: number } | { series: number; season?: number } | { episodes: number[] };
type Bulk = ItemEdit & { addTags?: string[]; removeTags?: string[] };

export const libraryApi = {
	adding: (kind: Kind) => ask<AddingOptions>('GET', `/api/library/adding?kind=${kind}`),
	add: (kind: Kind, wish: object) => ask<Added>('POST', base(kind), wish),
	addMissing: (collection: number, wish: object) =>
		ask<UndoSteps & { added: Added[]; faults: string[] }>(
			'POST',
			`/api/library/collections/${collection}/missing`,
			wish
		),
	editCollection: (
		id: number,
		edit: {
			monitored?: boolean;
			profileId?: string | null;
			rootFolderId?: number | null;
			minimumAvailability?: ItemEdit['minimumAvailability'];
		}
	) => ask<UndoSteps>('PATCH', `/api/library/collections/${id}`, edit),
	edit: (kind: Kind, id: number, edit: Bulk) => ask('PATCH', `${base(kind)}/${id}`, edit),
	editMany: (kind: Kind, ids: number[], edit: Bulk) => ask('PATCH', base(kind), { ids, set: edit }),
	/** The files go to the trash. */
	remove: (kind: Kind, ids: number[]) => ask<UndoSteps>('DELETE', base(kind), { ids, files: true }),
	removeFile: (id: number) => ask<UndoSteps>('DELETE', `/api/library/files/${id}`),
	undo: (id: number) => ask<{ title: string }>('POST', '/api/library/undo', { id }),
	refresh: (kind: Kind, id: number) => ask('POST', `${base(kind)}/${id}/refresh`),
	lookUp: (kind: Kind, title: string, year: string) =>
		ask<{ items: Candidate[] }>(
			'GET',
			`/api/library/lookup?${new URLSearchParams({ kind, q: title, ...(year && { year }) })}`
		),
	match: (kind: Kind, id: number, { ids }: Candidate) =>
		ask<{ kind: Kind; id: number; undoId: number }>(
			'POST',
			`${base(kind)}/${id}/match`,
			ids.tmdb ? { source: 'tmdb', id: ids.tmdb } : { source: 'tvmaze', id: ids.tvmaze }
		),
	/** Of some of its files, or of all. */
	async renaming(kind: Kind, id: number, files?: number[]) {
		const { items } = await ask<{ items: { renames: Renaming[]; blocked?: string }[] }>(
			'POST',
			'/api/library/rename/preview',
			{ items: [{ kind, id, ...(files && { files }) }] }
		);
		return items[0] ?? { renames: [] };
	},
	rename: (kind: Kind, id: number, files?: number[]) =>
		ask<{ jobId: number }>('POST', '/api/library/rename', { items: [{ kind, id, ...(files && { files }) }] }),
	watched: (target: Seen, watched: boolean) => ask('POST', '/api/library/watched', { target, watched }),
	monitorEpisode: (id: number, monitored: boolean) =>
		ask('PATCH', `/api/library/episodes/${id}`, { monitored }),
	monitorSeason: (seriesId: number, season: number, monitored: boolean) =>
		ask('PATCH', `/api/library/series/${seriesId}/seasons/${season}`, { monitored })
};
