import { startFakeArr, type FakeArr } from './arr.ts';

export interface SonarrSeries {
	id: number;
	title: string;
	year: number;
	tvdbId: number;
	tmdbId?: number;
	path: string;
	monitored?: boolean;
	seriesType?: string;
	tags?: number[];
	qualityProfileId?: number;
	/** Season number -> whether each of its episodes is monitored. */
	episodes: Record<number, boolean[]>;
}

const resource = ({ episodes, ...series }: SonarrSeries) => ({
	sortTitle: series.title.toLowerCase(),
	status: 'ended',
	overview: `What happens in ${series.title}.`,
	network: 'Channel Four',
	images: [{ coverType: 'poster', remoteUrl: `https://artworks.thetvdb.com/${series.id}.jpg` }],
	seasons: Object.entries(episodes).map(([number, all]) => ({
		seasonNumber: Number(number),
		monitored: all.some(Boolean),
		statistics: { episodeCount: all.length, totalEpisodeCount: all.length }
	})),
	qualityProfileId: 1,
	seasonFolder: true,
	monitored: true,
	monitorNewItems: 'all',
	runtime: 45,
	tvMazeId: 0,
	tmdbId: 0,
	firstAired: `${series.year}-01-01T00:00:00Z`,
	seriesType: 'standard',
	genres: ['Drama'],
	tags: [],
	added: '2020-02-03T04:05:06Z',
	...series
});

const episodesOf = (series: SonarrSeries) =>
	Object.entries(series.episodes).flatMap(([season, all]) =>
		all.map((monitored, index) => ({
			id: series.id * 10_000 + Number(season) * 100 + index + 1,
			seriesId: series.id,
			tvdbId: series.tvdbId * 1_000 + Number(season) * 100 + index + 1,
			seasonNumber: Number(season),
			episodeNumber: index + 1,
			title: `Part ${index + 1}`,
			airDate: `${series.year}-03-${String(index + 1).padStart(2, '0')}`,
			runtime: 45,
			hasFile: true,
			monitored
		}))
	);

export interface FakeSonarr extends FakeArr {
	series: SonarrSeries[];
}

export async function startFakeSonarr(): Promise<FakeSonarr> {
	const series: SonarrSeries[] = [];
	const server = await startFakeArr('Sonarr', (name, query) => {
		if (name === 'series') return series.map(resource);
		const one = series.find(({ id }) => id === Number(query.get('seriesId')));
		return name === 'episode' && one ? episodesOf(one) : undefined;
	});
	return Object.assign(server, { series });
}
