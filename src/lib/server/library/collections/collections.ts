import { eq } from 'drizzle-orm';
import type { Bus } from '#server/platform/bus.ts';
import type { Db } from '#server/platform/db.ts';
import { AppError, needsConfiguration, notFound } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Events } from '#server/events.ts';
import type { CollectionFacts, Hit, Metadata } from '#server/metadata/module.ts';
import type { Added, NewItem } from '../add/add-item.ts';
import type { Following } from '../following.ts';
import { isSourceFault } from '../identify/ask.ts';
import { collections } from '../schema/items.ts';
import { editCollection, type Collection, type CollectionPatch } from './edit-collection.ts';

export interface AddedParts {
	added: Added[];
	/** What could not be added, in sentences. */
	faults: string[];
}

/** What every film of a collection that is added shares. */
export type PartWish = Pick<
	NewItem,
	'rootFolderId' | 'profileId' | 'monitored' | 'minimumAvailability' | 'tags' | 'by'
>;

interface Deps {
	db: Db;
	bus: Bus<Events>;
	metadata: Pick<Metadata, 'tmdb' | 'hasTmdb'>;
	following: Pick<Following, 'checked'>;
	add(wish: NewItem, signal: AbortSignal): Promise<Added>;
	now: () => number;
}

const atOnce = 3;
const day = 86_400_000;
/** What is not monitored changes rarely enough. */
const dueAfter = { monitored: 20 * 3_600_000, other: 30 * day };
const mostAtOnce = 500;
const patience = 6;

const tmdbIds = (parts: readonly Hit[]) => parts.flatMap(({ ids }) => ids.tmdb ?? []);

export function createCollections({ db, bus, metadata, following, add, now }: Deps) {
	function row(id: number) {
		const found = db.select().from(collections).where(eq(collections.id, id)).get();
		if (!found) throw notFound('collection', id);
		return found;
	}
	const owned = (ids: readonly number[]) =>
		new Set(
			prepared(db, 'SELECT tmdbId FROM movies WHERE tmdbId IN (SELECT value FROM json_each(?))')
				.pluck()
				.all(JSON.stringify(ids)) as number[]
		);
	const lacking = (ids: readonly number[]) => {
		const here = owned(ids);
		return ids.filter((id) => !here.has(id));
	};

	async function ask(id: number, signal: AbortSignal): Promise<CollectionFacts | undefined> {
		const { tmdbId, knownParts } = row(id);
		if (tmdbId === null || !metadata.hasTmdb()) return undefined;
		const facts = await metadata.tmdb.collection(tmdbId, signal);
		if (knownParts === null) remember(id, facts, tmdbIds(facts.parts));
		return facts;
	}

	function remember(id: number, { overview, posterPath, backdropPath }: CollectionFacts, parts: number[]) {
		const said = Object.entries({ overview, posterPath, backdropPath }).filter(([, text]) => text);
		db.update(collections)
			.set({ ...Object.fromEntries(said), knownParts: parts, refreshedAt: now() })
			.where(eq(collections.id, id))
			.run();
	}

	async function addParts(
		ids: readonly number[],
		wish: PartWish,
		signal: AbortSignal
	): Promise<AddedParts & { failed: number[] }> {
		const added: Added[] = [];
		const faults: string[] = [];
		const failed: number[] = [];
		const queue = ids.values();
		const worker = async () => {
			for (const tmdb of queue) {
				signal.throwIfAborted();
				try {
					added.push(await add({ ...wish, kind: 'movie', ids: { tmdb } }, signal));
				} catch (error) {
					if (!isSourceFault(error, signal)) throw error;
					const fault = error as AppError;
					// It came in by another way meanwhile.
					if (fault.code === 'conflict') continue;
					faults.push(fault.message);
					failed.push(tmdb);
				}
			}
		};
		await Promise.all(Array.from({ length: Math.min(atOnce, ids.length) }, worker));
		return { added, faults, failed };
	}

	/** Asks TMDB again; films that came to a monitored collection since are added. */
	async function renew(id: number, signal: AbortSignal): Promise<number> {
		const before = row(id);
		const facts = await ask(id, signal);
		if (!facts) return 0;
		const parts = tmdbIds(facts.parts);
		const known = new Set(before.knownParts ?? parts);
		const fresh = before.monitored ? lacking(parts.filter((part) => !known.has(part))) : [];
		const { added, failed } = await addParts(fresh, wishOf(before), signal);
		remember(
			id,
			facts,
			parts.filter((part) => !failed.includes(part))
		);
		return added.length;
	}

	const wishOf = ({ profileId, rootFolderId, minimumAvailability }: Collection): PartWish => ({
		profileId,
		...(rootFolderId !== null && { rootFolderId }),
		...(minimumAvailability !== null && { minimumAvailability })
	});

	const due = () =>
		prepared(
			db,
			`SELECT id FROM collections WHERE tmdbId IS NOT NULL AND id IN (SELECT collectionId FROM movies)
			AND coalesce(refreshedAt, 0) < CASE WHEN monitored = 1 THEN ? ELSE ? END ORDER BY monitored DESC, refreshedAt LIMIT ?`
		)
			.pluck()
			.all(now() - dueAfter.monitored, now() - dueAfter.other, mostAtOnce) as number[];

	return {
		/** Films of it that the library does not know. */
		async absent(id: number, signal: AbortSignal): Promise<Hit[]> {
			const facts = await ask(id, signal);
			if (!facts) return [];
			const here = owned(tmdbIds(facts.parts));
			return facts.parts.filter(({ ids }) => ids.tmdb !== undefined && !here.has(ids.tmdb));
		},
		/** Answers the step that undoes it, when anything changed. */
		async set(
			id: number,
			patch: CollectionPatch,
			signal: AbortSignal,
			by?: string
		): Promise<number | undefined> {
			following.checked(patch.profileId);
			// New is what comes after this moment, so what there is has to be known.
			if (patch.monitored && row(id).knownParts === null) await ask(id, signal);
			const undoId = editCollection(db, row(id), patch, { now: now(), by });
			bus.emit('library.changed', { kind: 'movie' });
			return undoId;
		},
		/** All that is lacking, or some of it, with what the collection says where the wish says nothing. */
		async addMissing(
			id: number,
			{ only, ...wish }: PartWish & { only?: readonly number[] | undefined },
			signal: AbortSignal
		): Promise<AddedParts> {
			const kept = row(id);
			const facts = await ask(id, signal);
			if (!facts) throw needsConfiguration('What a collection lacks is known once there is a TMDB key.');
			const said = Object.entries(wish).filter(([, value]) => value !== undefined);
			const parts = tmdbIds(facts.parts);
			const { added, faults, failed } = await addParts(
				lacking(parts).filter((part) => !only || only.includes(part)),
				{ ...wishOf(kept), ...Object.fromEntries(said) },
				signal
			);
			// As if they came to it later: what renews it tries them again.
			if (kept.monitored && failed.length > 0)
				remember(
					id,
					facts,
					parts.filter((part) => !failed.includes(part))
				);
			if (added.length === 0 && faults.length > 0)
				throw new AppError('upstream', faults[0]!, { status: 502 });
			return { added, faults };
		},
		hasUnknown: () => metadata.hasTmdb() && due().length > 0,
		async renewDue(
			signal: AbortSignal,
			progress: (fraction: number, note?: string) => void
		): Promise<{ asked: number; added: number }> {
			const ids = metadata.hasTmdb() ? due() : [];
			let added = 0;
			let failures = 0;
			for (const [index, id] of ids.entries()) {
				signal.throwIfAborted();
				try {
					added += await renew(id, signal);
					failures = 0;
				} catch (error) {
					if (!isSourceFault(error, signal)) throw error;
					if ((failures += 1) >= patience) break;
				}
				progress((index + 1) / ids.length, `${index + 1} of ${ids.length}`);
			}
			return { asked: ids.length, added };
		}
	};
}

export type Collections = ReturnType<typeof createCollections>;
