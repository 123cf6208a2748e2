import { sortTitle } from '#core/text/sort-title.ts';
import { rawDb, type Db } from '#server/platform/db.ts';

export interface SeedSize {
	movies: number;
	series: number;
	/** Spread over all series. */
	episodes: number;
}

const adjectives =
	'Amber Broken Crimson Distant Endless Falling Golden Hidden Iron Jade Last Midnight Northern Open Paper Quiet Restless Silver Turning Velvet Wandering Young Étrange Älteste'.split(
		' '
	);
const nouns =
	'Harbour Garden Engine Crown Letter Mountain Orchestra Mirror Passage River Signal Tower Voyage Winter Circus Island Lantern Promise Quarry Station Theatre Umbrella Valley Window'.split(
		' '
	);
const places =
	'Avalon Bremen Cairo Dakar Edinburgh Firenze Goa Havana Istanbul Jaipur Kyoto Lisbon Montréal Napoli Oslo Porto Québec Riga Sevilla Tokyo Uppsala Venice Wien Zürich 東京 Москва'.split(
		' '
	);
const genres = [
	'Drama',
	'Comedy',
	'Thriller',
	'Documentary',
	'Animation',
	'Science Fiction',
	'Romance',
	'Adventure',
	'Crime',
	'Family'
];
const qualities = [
	['WEBDL-1080p', '1080p'],
	['Bluray-1080p', '1080p'],
	['Bluray-2160p', '2160p'],
	['HDTV-720p', '720p'],
	['DVD', '480p']
] as const;

/** The same numbers every time: a seeded library can be compared from run to run. */
function generator(seed: number) {
	let state = seed;
	return (below: number) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

const day = 86_400_000;
const start = Date.UTC(2015, 0, 1);

/** Fills the tables with an invented library; there are no media files behind it. */
export function seedLibrary(db: Db, { movies, series, episodes }: SeedSize): void {
	const raw = rawDb(db);
	const pick = generator(20_260_101);
	const one = <T>(list: readonly T[]): T => list[pick(list.length)]!;
	const title = () =>
		[
			`The ${one(adjectives)} ${one(nouns)}`,
			`${one(nouns)} of ${one(places)}`,
			`${one(adjectives)} ${one(nouns)} ${pick(9) + 1}`,
			`${one(places)}, ${one(adjectives)}`
		][pick(4)]!;
	const insertLibrary = raw
		.prepare('INSERT INTO libraries (name, kind, position) VALUES (?, ?, ?) RETURNING id')
		.pluck();
	const insertRoot = raw
		.prepare('INSERT INTO root_folders (libraryId, path, state, addedAt) VALUES (?, ?, ?, ?) RETURNING id')
		.pluck();
	const item = (table: string, more: string[]) =>
		raw
			.prepare(
				`INSERT INTO ${table} (libraryId, rootFolderId, folder, title, sortTitle, year, overview, genres, runtimeMinutes, rating, votes, addedAt, source, confidence, monitored, ${more.join(', ')})
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'name', 1, ?, ${more.map(() => '?').join(', ')}) RETURNING id`
			)
			.pluck();
	const insertFile = raw
		.prepare(
			'INSERT INTO files (rootFolderId, path, sizeBytes, mtimeMs, movieId, quality, resolution, addedAt, isNameRead) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1) RETURNING id'
		)
		.pluck();
	const common = (libraryId: number, rootId: number, i: number) => {
		const name = title();
		const year = 1930 + pick(95);
		const folder = `${name} (${year}) ${i}`;
		return [
			libraryId,
			rootId,
			folder,
			name,
			sortTitle(name),
			year,
			`${name}, a story of the ${one(adjectives).toLowerCase()} ${one(nouns).toLowerCase()}.`,
			JSON.stringify([...new Set([one(genres), one(genres)])]),
			60 + pick(120),
			3 + pick(65) / 10,
			pick(20_000),
			start + i * 3_600_000,
			pick(10) > 0 ? 1 : 0
		] as const;
	};

	raw.transaction(() => {
		const films = insertLibrary.get('Seeded films', 'movie', 90) as number;
		const shows = insertLibrary.get('Seeded series', 'series', 91) as number;
		const filmRoot = insertRoot.get(films, `/seed/films-${films}`, 'missing', start) as number;
		const showRoot = insertRoot.get(shows, `/seed/series-${shows}`, 'missing', start) as number;
		const wishes = [null, 'hd', null, 'ultra-hd', null, null, 'small'];
		const insertMovie = item('movies', ['quality', 'resolution', 'fileCount', 'sizeBytes', 'profileId']);
		for (let i = 0; i < movies; i++) {
			const [quality, resolution] = one(qualities);
			const has = pick(5) > 0;
			const size = has ? 700_000_000 + pick(2 ** 31) * 8 : 0;
			const values = common(films, filmRoot, i);
			const id = insertMovie.get(
				...values,
				has ? quality : null,
				has ? resolution : null,
				Number(has),
				size,
				wishes[i % wishes.length]
			) as number;
			if (has)
				insertFile.get(
					filmRoot,
					`${values[2]}/${values[2]}.mkv`,
					size,
					values[11],
					id,
					quality,
					resolution,
					values[11]
				);
		}
		const insertSeries = item('series', [
			'status',
			'episodeCount',
			'episodeFileCount',
			'fileCount',
			'sizeBytes'
		]);
		const insertSeason = raw.prepare('INSERT INTO seasons (seriesId, number) VALUES (?, ?)');
		const insertEpisode = raw
			.prepare(
				'INSERT INTO episodes (seriesId, seasonNumber, number, absoluteNumber, title, airDate, runtimeMinutes, fileCount, quality) VALUES (?, ?, ?, ?, ?, ?, 45, ?, ?) RETURNING id'
			)
			.pluck();
		const link = raw.prepare('INSERT INTO episode_files (episodeId, fileId) VALUES (?, ?)');
		for (let i = 0; i < series; i++) {
			const count = Math.floor(episodes / series) + (i < episodes % series ? 1 : 0);
			const values = common(shows, showRoot, i);
			const had = pick(count + 1);
			const id = insertSeries.get(
				...values,
				one(['continuing', 'ended']),
				count,
				had,
				had,
				had * 900_000_000
			) as number;
			for (let n = 0; n < count; n++) {
				const season = Math.floor(n / 10) + 1;
				if (n % 10 === 0) insertSeason.run(id, season);
				const aired = new Date(Date.UTC(values[5], 0, 1) + n * 7 * day).toISOString().slice(0, 10);
				const name = title();
				const [quality, resolution] = n < had ? one(qualities) : [null, null];
				const episode = insertEpisode.get(
					id,
					season,
					(n % 10) + 1,
					n + 1,
					name,
					aired,
					Number(n < had),
					quality
				) as number;
				if (n >= had) continue;
				const path = `${values[2]}/Season ${season}/S${season}E${(n % 10) + 1}.mkv`;
				link.run(
					episode,
					insertFile.get(showRoot, path, 900_000_000, values[11], null, quality, resolution, values[11])
				);
			}
		}
	})();
}
