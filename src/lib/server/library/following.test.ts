import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { profile } from '#core/formats/profile.ts';
import { openLibrary, type LibraryHouse } from '../../../../tests/harness/library.ts';
import { movies } from './schema/items.ts';

const today = '2026-06-15';
let house: LibraryHouse;
let libraryId: number;

beforeAll(async () => {
	house = await openLibrary({ now: () => Date.parse(`${today}T12:00:00Z`) });
	const path = house.lay('films', {
		'Alpha (1960)/Alpha.1960.720p.BluRay.mkv': 1_000_000,
		'Beta (1961)/Beta.1961.1080p.BluRay.mkv': 1_000_000,
		'Gamma (1962)/Gamma (1962).mkv': 1_000_000
	});
	const root = await house.library.roots.add({ path, kind: 'movie' });
	({ libraryId } = root);
	await house.scan(root.id);
});
afterAll(() => house[Symbol.asyncDispose]());

const film = (title: string) => house.db.select().from(movies).where(eq(movies.title, title)).get()!;
const short = (wish?: string) =>
	house.library.pages
		.wanted({ kind: 'movie', state: 'short', profile: wish, today, limit: 10 })
		.items.map(({ title }) => title)
		.toSorted();

test('an item follows its own profile, else that of its shelf, else that of the house', () => {
	const { following, roots } = house.library;
	const { id } = film('Alpha');
	expect(following.of(film('Alpha'))).toMatchObject({ profile: { id: 'any' }, by: 'house' });
	roots.libraries.update(libraryId, { profileId: 'hd' });
	expect(following.of(film('Alpha'))).toMatchObject({ profile: { id: 'hd' }, by: 'library' });
	house.library.edit('movie', [id], { profileId: 'small' });
	expect(following.of(film('Alpha'))).toMatchObject({ profile: { id: 'small' }, by: 'item' });
	const list = (profile: string) =>
		house.library.list('movie', { profile, limit: 10 }, 'ada').items.map(({ title }) => title);
	expect([list('small'), list('hd'), list('any')]).toEqual([['Alpha'], ['Beta', 'Gamma'], []]);
	house.library.edit('movie', [id], { profileId: null });
	expect(list('hd')).toHaveLength(3);
	expect(() => house.library.edit('movie', [id], { profileId: 'no-such' })).toThrow('no profile');
	expect(() => roots.libraries.update(libraryId, { profileId: 'music-lossless' })).toThrow('no profile');
});

test('what could be better is judged by the cutoff of the profile that each follows', () => {
	expect(short()).toEqual(['Alpha', 'Gamma']);
	expect(short('hd')).toEqual(['Alpha', 'Gamma']);
	expect(short('any')).toEqual([]);
	house.profiles.profiles.save(
		profile.parse({
			id: 'modest',
			name: 'Modest',
			qualities: [{ name: 'Bluray-1080p' }, { name: 'Bluray-720p' }],
			cutoff: 'Bluray-720p'
		})
	);
	house.library.edit('movie', [film('Alpha').id], { profileId: 'modest' });
	expect(short()).toEqual(['Gamma']);
	house.profiles.profiles.save({ ...house.profiles.profiles.get('modest'), cutoff: 'Bluray-1080p' });
	expect(short('modest')).toEqual(['Alpha']);
	house.profiles.profiles.save({ ...house.profiles.profiles.get('modest'), upgrades: false });
	expect(short('modest')).toEqual([]);
});

test('a film tells what its profile says of its best file', () => {
	house.profiles.profiles.save({
		...house.profiles.profiles.get('modest'),
		upgrades: true,
		cutoffScore: 0
	});
	const fit = house.library.movieFit(house.library.movie(film('Alpha').id, 'ada'));
	expect(fit).toMatchObject({ profile: 'Modest', by: 'item', best: { content: false } });
	expect(fit.best!.measures).toEqual([
		{ what: 'quality', met: false, have: 'Bluray-720p', want: 'Bluray-1080p' },
		{ what: 'score', met: true, have: 0, want: 0 }
	]);
	const unknown = house.library.movieFit(house.library.movie(film('Gamma').id, 'ada'));
	expect(unknown.best!.measures[0]).toMatchObject({ met: false, have: 'Unknown' });
});

test('a profile in use goes only when it is said where its titles go, and undo gives them back', async () => {
	const { following } = house.library;
	expect(() => following.removeProfile('modest')).toThrow('is in use');
	expect(() => following.removeProfile('modest', 'modest')).toThrow('another profile');
	expect(() => following.removeProfile('hd', 'any')).toThrow('comes with Bijou');
	const kept = house.profiles.profiles.get('modest');
	const { undoId } = following.removeProfile('modest', 'small');
	expect(film('Alpha').profileId).toBe('small');
	expect(following.uses('small').movies).toBe(1);
	house.profiles.profiles.save(kept);
	await house.library.undo(undoId!);
	expect(film('Alpha').profileId).toBe('modest');
	house.library.edit('movie', [film('Alpha').id], { profileId: null });
	expect(following.removeProfile('modest')).toEqual({});
});

test('a film is missing once it can be had as it is wished for', () => {
	const { id } = film('Beta');
	const missing = (patch: object) => {
		house.db
			.update(movies)
			.set({ fileCount: 0, ...patch })
			.where(eq(movies.id, id))
			.run();
		return house.library.pages.wanted({ kind: 'movie', state: 'missing', today, limit: 10 }).total === 1;
	};
	const nothing = { inCinemas: null, digitalRelease: null, physicalRelease: null, year: null };
	expect(missing({ ...nothing, inCinemas: '2026-06-01' })).toBe(false);
	expect(missing({ minimumAvailability: 'in-cinemas' })).toBe(true);
	expect(missing({ minimumAvailability: 'released', digitalRelease: '2026-06-10' })).toBe(true);
	expect(missing({ ...nothing, digitalRelease: '2026-07-01', physicalRelease: '2026-06-14' })).toBe(true);
	expect(missing({ ...nothing, inCinemas: '2026-01-01' })).toBe(true);
	expect(missing({ ...nothing, inCinemas: '2027-01-01' })).toBe(false);
	expect(missing({ minimumAvailability: 'announced' })).toBe(true);
});
