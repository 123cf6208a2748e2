import { measuresOf, isContent, type Measure } from '#core/decision/contentment.ts';
import { fileStanding } from '#core/decision/file-standing.ts';
import type { Standing } from '#core/decision/standing.ts';
import { ladderOf } from '#core/formats/ladder.ts';
import type { Profile } from '#core/formats/profile.ts';
import type { Db } from '#server/platform/db.ts';
import type { Profiles } from '#server/profiles/module.ts';
import type { Followed, Follower, Following, Word } from './following.ts';
import type { Probe } from './schema/files.ts';
import { shortEpisodes } from './pages/wanted.ts';

interface Kept {
	id: number;
	path: string;
	releaseName: string | null;
	quality: string | null;
	sizeBytes: number;
	state: string;
	role: string;
	probe: Probe | null;
}

/** What the profile of a film or series says of what is there. */
interface Fit {
	profileId: string;
	profile: string;
	by: Word;
	upgrades: boolean;
	cutoff: string;
}
export interface MovieFit extends Fit {
	/** Of the file it likes best; nothing while there is none. */
	best: { fileId: number; content: boolean; measures: Measure[] } | null;
}
export interface SeriesFit extends Fit {
	present: number;
	short: number;
}

const fitOf = ({ profile, by }: Followed): Fit => ({
	profileId: profile.id,
	profile: profile.name,
	by,
	upgrades: profile.upgrades,
	cutoff: profile.cutoff
});

const languagesIn = (probe: Probe | null) => probe?.audio.flatMap(({ language }) => language ?? []) ?? [];

export function movieFit(
	movie: Follower & { originalLanguage: string | null; files: readonly Kept[] },
	following: Pick<Following, 'of'>,
	profiles: Pick<Profiles, 'matcher'>
): MovieFit {
	const followed = following.of(movie);
	const { profile } = followed;
	const standings = movie.files
		.filter(({ state, role }) => state === 'present' && (role === 'main' || role === 'part'))
		.map((file) => ({
			fileId: file.id,
			standing: fileStanding(
				{
					...file,
					kind: 'movie',
					originalLanguage: movie.originalLanguage,
					languages: languagesIn(file.probe)
				},
				profile,
				profiles.matcher()
			)
		}));
	const best = standings.toSorted((a, b) => compare(b.standing, a.standing, profile))[0];
	return {
		...fitOf(followed),
		best: best
			? {
					fileId: best.fileId,
					content: isContent(best.standing, profile),
					measures: measuresOf(best.standing, profile)
				}
			: null
	};
}

function compare(a: Standing, b: Standing, profile: Profile): number {
	const { position } = ladderOf(profile);
	return position(a.quality) - position(b.quality) || a.score - b.score;
}

export function seriesFit(db: Db, series: Follower & { id: number }, following: Following): SeriesFit {
	const followed = following.of(series);
	return { ...fitOf(followed), ...shortEpisodes(db, following, series.id, followed.profile.id) };
}
