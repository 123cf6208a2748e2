interface Episode {
	id: number;
	seasonNumber: number;
	number: number;
	title: string | null;
	files: { state: string }[];
	progress: { watched: boolean; positionSeconds: number } | null;
}
interface Season {
	number: number;
	episodes: Episode[];
}

const isHere = (episode: Episode) => episode.files.some(({ state }) => state === 'present');

/** What a page with one open season needs: sums of all seasons, episodes of the open one, and the next to watch. */
export function seasonsOf<S extends Season>(all: S[], wanted: number | undefined) {
	const proper = all.filter(({ number }) => number > 0);
	const specials = all.filter(({ number }) => number === 0);
	const inOrder = proper.flatMap(({ episodes }) => episodes);
	const lastSeen = inOrder.findLastIndex(({ progress }) => progress?.watched);
	const following = inOrder
		.slice(lastSeen + 1)
		.find((episode) => isHere(episode) && !episode.progress?.watched);
	const begun = lastSeen >= 0 || inOrder.some(({ progress }) => progress && progress.positionSeconds > 0);
	const seasons = [...proper, ...specials].map(({ episodes, ...season }) => ({
		...season,
		episodes: episodes.length,
		have: episodes.filter(isHere).length,
		seen: episodes.filter(({ progress }) => progress?.watched).length
	}));
	const open =
		all.find(({ number }) => number === wanted) ??
		proper.find(({ number }) => number === following?.seasonNumber) ??
		proper.at(-1) ??
		all[0];
	const next = following && {
		id: following.id,
		season: following.seasonNumber,
		number: following.number,
		title: following.title,
		begun
	};
	return { seasons, next, current: open?.number ?? 1, episodes: (open?.episodes ?? []) as S['episodes'] };
}
