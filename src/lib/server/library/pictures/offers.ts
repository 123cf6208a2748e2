import type { Db } from '#server/platform/db.ts';
import { notFound } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Metadata, MetadataSource } from '#server/metadata/module.ts';
import { tableOf } from '../item-table.ts';
import type { ItemKind } from '../schema/folders.ts';
import { localRef } from './choose-pictures.ts';

interface Deps {
	db: Db;
	metadata: Pick<Metadata, 'sources'>;
}

export interface Picture {
	ref: string;
	/** 'local' lies beside the files, 'upload' came from a person, else the source. */
	from: string;
	width: number | null;
	height: number | null;
	language: string | null;
	chosen: boolean;
}

export interface Pictures {
	posters: Picture[];
	backdrops: Picture[];
	/** Kept against refreshes, because a person chose it. */
	locked: string[];
	/** Why the source shows none. */
	fault: string | null;
}

type Offered = Omit<Picture, 'from' | 'chosen'>;
interface Offer {
	posters: Offered[];
	backdrops: Offered[];
}
interface Known {
	tmdbId: number | null;
	tvmazeId: number | null;
}
interface ItemRow extends Known {
	posterPath: string | null;
	backdropPath: string | null;
	sourcePosterPath: string | null;
	sourceBackdropPath: string | null;
	lockedFields: string;
}
interface SeasonRow extends Known {
	posterPath: string | null;
	sourcePosterPath: string | null;
	seriesPosterPath: string | null;
	lockedFields: string;
	episodeGroup: string | null;
}
interface LocalRow {
	id: number;
	role: 'poster' | 'backdrop';
	mtimeMs: number;
}

/** Everything one may choose from: beside the files, at the source, and what is shown now. */
export function createOffers({ db, metadata }: Deps) {
	const localOnes = (kind: ItemKind, id: number, season: number | null) =>
		prepared(
			db,
			`SELECT id, role, mtimeMs FROM item_pictures WHERE ${kind}Id = ? AND season IS ? ORDER BY rank, id`
		).all(id, season) as LocalRow[];

	/** What the first source says that knows the title; its fault is told, and the rest offered all the same. */
	async function ofSource(
		{ tmdbId, tvmazeId }: Known,
		ask: (source: MetadataSource, id: number) => Promise<Offer> | undefined,
		signal: AbortSignal
	): Promise<{ offered: Offer; fault: string | null }> {
		const none: Offer = { posters: [], backdrops: [] };
		for (const source of metadata.sources()) {
			const id = source.id === 'tvmaze' ? tvmazeId : tmdbId;
			const asked = id === null ? undefined : ask(source, id);
			if (!asked) continue;
			return asked.then(
				(offered) => ({ offered, fault: null }),
				(error: unknown) => {
					if (signal.aborted) throw error;
					return { offered: none, fault: (error as Error).message };
				}
			);
		}
		return { offered: none, fault: null };
	}

	return {
		async list(kind: ItemKind, id: number, signal: AbortSignal): Promise<Pictures> {
			const item = prepared(
				db,
				`SELECT tmdbId, ${kind === 'series' ? 'tvmazeId' : 'NULL AS tvmazeId'}, posterPath, backdropPath, sourcePosterPath, sourceBackdropPath, lockedFields FROM ${tableOf[kind]} WHERE id = ?`
			).get(id) as ItemRow | undefined;
			if (!item) throw notFound(kind === 'movie' ? 'film' : 'series', id);
			const ask = (source: MetadataSource, own: number) => source.pictures?.(kind, own, signal);
			const { offered, fault } = await ofSource(item, ask, signal);
			const local = localOnes(kind, id, null);
			const beside = (role: LocalRow['role']) => local.filter((each) => each.role === role).map(localRef);
			return {
				posters: gathered(
					[...beside('poster'), item.posterPath, item.sourcePosterPath],
					offered.posters,
					item.posterPath
				),
				backdrops: gathered(
					[...beside('backdrop'), item.backdropPath, item.sourceBackdropPath],
					offered.backdrops,
					item.backdropPath
				),
				locked: lockedIn(item),
				fault
			};
		},
		/** The posters of its series are offered as well: many a season has none of its own. */
		async listSeason(seriesId: number, number: number, signal: AbortSignal): Promise<Pictures> {
			const season = prepared(
				db,
				`SELECT i.tmdbId, i.tvmazeId, i.episodeGroup, i.posterPath AS seriesPosterPath, s.posterPath, s.sourcePosterPath, s.lockedFields
				FROM seasons s JOIN series i ON i.id = s.seriesId WHERE s.seriesId = ? AND s.number = ?`
			).get(seriesId, number) as SeasonRow | undefined;
			if (!season) throw notFound('season', number);
			const ask = (source: MetadataSource, own: number) =>
				source.pictures && seasonOffer(source, own, season.episodeGroup === null ? number : null, signal);
			const { offered, fault } = await ofSource(season, ask, signal);
			const beside = localOnes('series', seriesId, number)
				.filter(({ role }) => role === 'poster')
				.map(localRef);
			return {
				posters: gathered(
					[...beside, season.posterPath, season.sourcePosterPath],
					[...offered.posters, ...[season.seriesPosterPath].flatMap((ref) => (ref ? [plain(ref)] : []))],
					season.posterPath
				),
				backdrops: [],
				locked: lockedIn(season),
				fault
			};
		}
	};
}

/** In another order of the episodes the seasons of the source are others than ours. */
async function seasonOffer(
	source: MetadataSource,
	id: number,
	season: number | null,
	signal: AbortSignal
): Promise<Offer> {
	const [own = [], whole] = await Promise.all([
		season === null ? undefined : source.seasonPosters?.(id, season, signal),
		source.pictures!('series', id, signal)
	]);
	return { posters: [...own, ...whole.posters], backdrops: [] };
}

const lockedIn = ({ lockedFields }: { lockedFields: string }) =>
	(JSON.parse(lockedFields) as string[]).filter((field) => field.endsWith('Path'));

const plain = (ref: string): Offered => ({ ref, width: null, height: null, language: null });

/** Each once, with the most that is known of it. */
function gathered(
	refs: readonly (string | null)[],
	offered: readonly Offered[],
	now: string | null
): Picture[] {
	const best = new Map<string, Offered>();
	for (const each of [...refs.flatMap((ref) => (ref === null ? [] : [plain(ref)])), ...offered]) {
		const known = best.get(each.ref);
		if (!known || (known.width === null && each.width !== null)) best.set(each.ref, each);
	}
	return [...best.values()].map((each) => ({
		...each,
		from: each.ref.split('/')[0]!,
		chosen: each.ref === now
	}));
}
