import { ladderOf } from '#core/formats/ladder.ts';
import type { Profile } from '#core/formats/profile.ts';
import { rawDb, type Db } from '#server/platform/db.ts';
import { conflict, invalid } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Profiles } from '#server/profiles/module.ts';
import { noteUndo, type UndoStep } from './change/undo.ts';
import type { Profiles as ProfileOrder } from './list-order.ts';

/** Who follows which profile: an item its own, else that of its library, else the usual one of the house. */
export type Word = 'item' | 'library' | 'house';

export interface Followed {
	profile: Profile;
	/** Whose word it is. */
	by: Word;
}

export interface Follower {
	profileId: string | null;
	libraryId: number;
}

export interface Uses {
	movies: number;
	series: number;
	libraries: number;
	collections: number;
}

/** The profile of an item as SQL; the last word, that of the house, is bound. */
export const followedSql = (item: string) =>
	`coalesce(${item}.profileId, (SELECT l.profileId FROM libraries l WHERE l.id = ${item}.libraryId), ?)`;

/** Whether an item follows a profile, asked of the few libraries instead of every row. */
export const followsSql = (item: string, profile: string, usual: string) =>
	`(${item}.profileId = ${profile} OR ${item}.profileId IS NULL AND ${item}.libraryId IN (SELECT l.id FROM libraries l WHERE coalesce(l.profileId, ${usual}) = ${profile}))`;

const holders = ['movies', 'series', 'libraries', 'collections'] as const;

interface Deps {
	db: Db;
	profiles: Pick<Profiles, 'profiles' | 'fallback'>;
	now: () => number;
	changed(): void;
}

export function createFollowing({ db, profiles, now, changed }: Deps) {
	const known = (id: string | null | undefined) =>
		id ? profiles.profiles.list().find((profile) => profile.id === id) : undefined;
	const ofLibrary = (id: number) =>
		prepared(db, 'SELECT profileId FROM libraries WHERE id = ?').pluck().get(id) as string | null | undefined;

	function of({ profileId, libraryId }: Follower): Followed {
		const own = known(profileId);
		if (own) return { profile: own, by: 'item' };
		const shared = known(ofLibrary(libraryId));
		return shared ? { profile: shared, by: 'library' } : { profile: profiles.fallback(), by: 'house' };
	}

	const uses = (id: string): Uses =>
		Object.fromEntries(
			holders.map((table) => [
				table,
				prepared(db, `SELECT count(*) FROM ${table} WHERE profileId = ?`).pluck().get(id)
			])
		) as unknown as Uses;

	/** All that followed one follow another from now on; answers the step that undoes it. */
	function move(from: string, to: string | null, name: string): number {
		return rawDb(db).transaction(() => {
			const steps = holders.map((table): UndoStep => {
				const ids = prepared(db, `UPDATE ${table} SET profileId = ? WHERE profileId = ? RETURNING id`)
					.pluck()
					.all(to, from) as number[];
				const rows = ids.map((id) => ({ id, before: { profileId: from }, after: { profileId: to } }));
				return { do: 'fields', table, rows };
			});
			const what = { text: 'Deleted the profile {name}', values: { name } };
			return noteUndo(db, what, steps, now());
		})();
	}

	/** What a list may be asked for: the ids of all profiles for films and series. */
	const choices = () =>
		profiles.profiles
			.list()
			.filter(({ medium }) => medium === 'video')
			.map(({ id, name }) => ({ id, name }));
	const usual = () => profiles.fallback().id;

	return {
		of,
		uses,
		choices,
		usual,
		order: (): ProfileOrder => ({ profiles: choices().map(({ id }) => id), usual: usual() }),
		checked(id: string | null | undefined): void {
			if (id && known(id)?.medium !== 'video')
				throw invalid(`There is no profile ${id} for films and series.`);
		},
		/** Deletes a profile; who followed it goes to `to`, which may be null for the word of the library. */
		removeProfile(id: string, to?: string | null): { undoId?: number } {
			const profile = profiles.profiles.get(id);
			const returns = profile.origin === 'changed';
			const used = uses(id);
			const inUse = Object.values(used).some((count) => count > 0);
			if (returns || !inUse) {
				profiles.profiles.remove(id);
				return {};
			}
			if (to === undefined)
				throw conflict(`“${profile.name}” is in use. Say which profile its titles follow from now on.`, used);
			if (to !== null && (to === id || known(to)?.medium !== 'video'))
				throw invalid('Choose another profile for its titles.');
			if (profile.origin === 'shipped')
				throw conflict('This profile comes with Bijou and cannot be deleted.');
			const undoId = move(id, to, profile.name);
			profiles.profiles.remove(id);
			changed();
			return { undoId };
		},
		/** Pairs of a profile and a quality that it would still replace, for SQL: `(profile, quality) IN ...`. */
		short(qualities: readonly (string | null)[]): [profile: string, quality: string][] {
			return profiles.profiles
				.list()
				.filter(({ medium, upgrades }) => medium === 'video' && upgrades)
				.flatMap((profile) => {
					const { position, cutoff } = ladderOf(profile);
					return qualities
						.filter((quality) => position(quality ?? 'Unknown') < cutoff)
						.map((quality): [string, string] => [profile.id, quality ?? '']);
				});
		}
	};
}

export type Following = ReturnType<typeof createFollowing>;
