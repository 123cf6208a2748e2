import type { Standing } from './bring-words.ts';
import { said, type Said } from '../text/said.ts';
import type { BringIds, Matched, MatchedBy } from './bring-match.ts';

export type Availability = 'announced' | 'in-cinemas' | 'released';

/** A film or series as Sonarr or Radarr keeps it, in our words. */
export interface BringItem {
	kind: 'movie' | 'series';
	remoteId: number;
	ids: BringIds & { tvmaze?: number | undefined };
	title: string;
	originalTitle?: string | undefined;
	originalLanguage?: string | undefined;
	year?: number | undefined;
	overview?: string | undefined;
	genres: string[];
	studio?: string | undefined;
	certification?: string | undefined;
	runtimeMinutes?: number | undefined;
	posterPath?: string | undefined;
	backdropPath?: string | undefined;
	status?: string | undefined;
	dates: Record<string, string | undefined>;
	addedAt?: number | undefined;
	monitored: boolean;
	/** Id of the profile here. */
	profileId?: string | undefined;
	profileName?: string | undefined;
	tags: string[];
	/** Its folder, as seen from there. */
	path?: string | undefined;
	availability?: Availability | undefined;
	seriesType?: 'standard' | 'anime' | 'daily' | undefined;
	monitorNew?: boolean | undefined;
	seasonFolders?: boolean | undefined;
	seasons: { number: number; monitored: boolean }[];
}

/** The item here, as far as the other program has a say in it. */
export interface LocalState {
	ids: BringIds;
	monitored: boolean;
	profileId: string | null;
	profileName: string | null;
	tags: readonly string[];
	hasFolder: boolean;
	availability?: Availability | undefined;
	seriesType?: string | undefined;
	monitorNew?: boolean | undefined;
	seasons: readonly { number: number; monitored: boolean }[];
	/** Keys of episodes and whether they are monitored. */
	episodes: ReadonlyMap<string, boolean>;
	/** No source of metadata knows its episodes, so those of the other program are welcome. */
	takesEpisodes: boolean;
}

export interface Place {
	/** Its folder, as seen from here. */
	path: string | undefined;
	/** It is there, in a root folder of the house. */
	isHere: boolean;
}

export interface PlannedItem {
	standing: Standing;
	reasons: Said[];
}

const foundBy: Record<MatchedBy, Said> = {
	tmdb: said('It is here already, by its TMDB id.'),
	imdb: said('It is here already, by its IMDb id.'),
	tvdb: said('It is here already, by its TheTVDB id.'),
	path: said('It is here already, by its folder.'),
	title: said('It is here already, by its title and year.')
};

export const episodeKey = (season: number, number: number) => `${season}x${number}`;

/** What bringing one item would mean, and why. */
export function planItem(
	remote: BringItem,
	place: Place,
	found?: { matched: Matched; local: LocalState; episodes: ReadonlyMap<string, boolean> | undefined }
): PlannedItem {
	if (!found) return { standing: 'new', reasons: newReasons(remote, place) };
	const { matched, local, episodes } = found;
	const changes = changesOf(remote, local, place, episodes);
	const standing = changes.length > 0 ? 'changes' : 'same';
	return { standing, reasons: [foundBy[matched.by], ...changes] };
}

function newReasons({ monitored, profileName, tags }: BringItem, { path, isHere }: Place): Said[] {
	const reasons = [said(monitored ? 'It is monitored.' : 'It is not monitored.')];
	if (profileName) reasons.push(said('Its profile: {name}.', { name: profileName }));
	if (tags.length > 0) reasons.push(said('Its tags: {names}.', { names: tags.join(', ') }));
	if (isHere) reasons.push(said('Its folder {path} is here.', { path: path! }));
	else if (path) reasons.push(said('Its folder {path} is not here, so it comes without files.', { path }));
	return reasons;
}

function changesOf(
	remote: BringItem,
	local: LocalState,
	{ path, isHere }: Place,
	episodes: ReadonlyMap<string, boolean> | undefined
): Said[] {
	const changes: Said[] = [];
	if (remote.monitored !== local.monitored)
		changes.push(said(remote.monitored ? 'It will be monitored.' : 'It will not be monitored any more.'));
	if (remote.profileId !== undefined && remote.profileId !== local.profileId)
		changes.push(
			local.profileName
				? said('Its profile will be {name} instead of {before}.', {
						name: remote.profileName!,
						before: local.profileName
					})
				: said('Its profile will be {name}.', { name: remote.profileName! })
		);
	const tags = remote.tags.filter((tag) => !local.tags.includes(tag));
	if (tags.length > 0) changes.push(said('It gets the tags {names}.', { names: tags.join(', ') }));
	if (remote.availability && remote.availability !== local.availability)
		changes.push(said('It counts as available at another time.'));
	if (remote.seriesType && remote.seriesType !== local.seriesType)
		changes.push(said('Its episodes will be counted as {type}.', { type: remote.seriesType }));
	if (remote.monitorNew !== undefined && remote.monitorNew !== local.monitorNew)
		changes.push(
			said(remote.monitorNew ? 'New seasons will be monitored.' : 'New seasons will not be monitored.')
		);
	const known = new Map(local.seasons.map(({ number, monitored }) => [number, monitored]));
	const seasons = remote.seasons.filter(
		({ number, monitored }) => known.has(number) && known.get(number) !== monitored
	);
	if (seasons.length > 0)
		changes.push(said('{count} of its seasons are monitored differently.', { count: seasons.length }));
	const differing = [...(episodes ?? [])].filter(
		([key, monitored]) => local.episodes.has(key) && local.episodes.get(key) !== monitored
	).length;
	if (differing > 0)
		changes.push(said('{count} of its episodes are monitored differently.', { count: differing }));
	const missing = local.takesEpisodes
		? [...(episodes?.keys() ?? [])].filter((key) => !local.episodes.has(key)).length
		: 0;
	if (missing > 0) changes.push(said('{count} of its episodes are not known here yet.', { count: missing }));
	if (isHere && !local.hasFolder) changes.push(said('It gets the folder {path}.', { path: path! }));
	const ids = (['tmdb', 'imdb', 'tvdb'] as const).filter((id) => remote.ids[id] && !local.ids[id]);
	if (ids.length > 0) changes.push(said('It gets ids that were missing here.'));
	return changes;
}
