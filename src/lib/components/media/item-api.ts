import { ask, type UndoSteps } from './library-api.ts';
import type { Kind } from './shelf-item.ts';

export interface OfferedOrder {
	id: string | null;
	name: string;
	kind: string;
	episodeCount: number;
	chosen: boolean;
}
export interface EpisodeRef {
	id: number;
	season: number;
	number: number;
	title: string | null;
}
export interface OrderReport extends UndoSteps {
	seasons: { number: number; title: string | null; episodes: number; have: number }[];
	files: {
		id: number;
		path: string;
		from: EpisodeRef[];
		to: EpisodeRef[];
		state: 'same' | 'renumbered' | 'moves' | 'lost';
	}[];
}
export interface OrderWish {
	order: string | null;
	files: 'names' | 'stay';
	preview?: boolean;
}
export interface Picture {
	ref: string;
	from: string;
	width: number | null;
	height: number | null;
	language: string | null;
	chosen: boolean;
}
export interface PictureChoice {
	posters: Picture[];
	backdrops: Picture[];
	locked: string[];
	fault: string | null;
}
export interface ListedEpisode {
	id: number;
	seasonNumber: number;
	number: number;
	title: string | null;
	airDate: string | null;
}
export interface FoundTitle {
	kind: Kind | 'person';
	id: number;
	title: string;
	year: number | null;
	posterPath: string | null;
}

const base = (kind: Kind) => (kind === 'movie' ? '/api/library/movies' : '/api/library/series');

const seasonAt = (series: number, season: number) => `/api/library/series/${series}/seasons/${season}`;

/** What only the page of one title asks for. */
export const itemApi = {
	orders: (id: number) => ask<{ items: OfferedOrder[] }>('GET', `/api/library/series/${id}/order`),
	order: (id: number, wish: OrderWish) => ask<OrderReport>('POST', `/api/library/series/${id}/order`, wish),
	pictures: (kind: Kind, id: number) => ask<PictureChoice>('GET', `${base(kind)}/${id}/pictures`),
	choosePicture: (kind: Kind, id: number, edit: { posterPath?: string; backdropPath?: string }) =>
		ask<UndoSteps>('PATCH', `${base(kind)}/${id}`, edit),
	seasonPictures: (series: number, season: number) =>
		ask<PictureChoice>('GET', `${seasonAt(series, season)}/pictures`),
	/** Of a season; null for the usual one. */
	choosePoster: (series: number, season: number, posterPath: string | null) =>
		ask<UndoSteps>('PATCH', seasonAt(series, season), { posterPath }),
	/** Those that are left out are no longer kept against refreshes. */
	lock: (kind: Kind, id: number, lockedFields: string[]) =>
		ask<UndoSteps>('PATCH', `${base(kind)}/${id}`, { lockedFields }),
	async bringPicture(file: File): Promise<string> {
		const answer = await fetch('/api/library/pictures', {
			method: 'POST',
			headers: { accept: 'application/json', 'content-type': 'application/octet-stream' },
			body: file
		});
		const said = (await answer.json()) as { ref: string; error?: { message: string } };
		if (!answer.ok) throw new Error(said.error?.message ?? answer.statusText);
		return said.ref;
	},
	assign: (fileId: number, holding: { movieId: number } | { episodeIds: number[] }) =>
		ask<UndoSteps>('PATCH', `/api/library/files/${fileId}`, holding),
	episodes: (series: number) =>
		ask<{ items: ListedEpisode[]; total: number }>('GET', `/api/library/episodes?series=${series}&limit=500`),
	find: (q: string) =>
		ask<{ items: FoundTitle[] }>('GET', `/api/library/search?${new URLSearchParams({ q, limit: '20' })}`)
};
