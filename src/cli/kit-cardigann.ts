import { pino } from 'pino';
import type { Release } from '#core/torznab/release.ts';
import { modeParameters, type ModeParameter, type SearchQuery } from '#core/torznab/query.ts';
import type { SettingValues } from '#core/definition/variables.ts';
import { createDefinitionIndexer } from '#server/indexers/kinds/definition/definition-indexer.ts';
import { createHttp } from '#server/platform/http.ts';
import { createWorkers } from '#server/platform/workers.ts';

/** What the kit hands over for one case; its README names the members. */
interface Case {
	definition: string;
	settings: SettingValues;
	baseUrl: string;
	query: Record<string, unknown>;
	link: string;
}

const log = pino({ level: 'silent' });
const workers = createWorkers({ log });

const indexerFor = ({ definition, settings, baseUrl }: Case) =>
	createDefinitionIndexer({
		definition,
		settings,
		baseUrl,
		workers,
		log,
		http: createHttp({ allowPrivateTargets: ['127.0.0.0/8'], version: 'kit' })
	});

function queryOf({ query }: Case): SearchQuery {
	const result: Record<string, unknown> = { mode: query['type'] ?? 'search' };
	if (query['cat'] !== undefined) result['categories'] = [query['cat']].flat().map(Number);
	for (const [name, value] of Object.entries(query)) {
		const member = modeParameters[name as ModeParameter] as string | undefined;
		if (member) result[member] = member === 'season' || member === 'year' ? Number(value) : String(value);
	}
	return result as unknown as SearchQuery;
}

const toKit = (release: Release) => ({
	...release,
	infohash: release.infoHash,
	size: release.sizeBytes,
	date: release.publishedAt === undefined ? undefined : new Date(release.publishedAt).toISOString(),
	downloadvolumefactor: release.downloadVolumeFactor,
	uploadvolumefactor: release.uploadVolumeFactor,
	minimumratio: release.minimumRatio,
	minimumseedtime: release.minimumSeedSeconds,
	imdbid: release.imdbId,
	tmdbid: release.tmdbId,
	tvdbid: release.tvdbId,
	rageid: release.rageId,
	tvmazeid: release.tvMazeId,
	traktid: release.traktId,
	doubanid: release.doubanId,
	booktitle: release.bookTitle
});

export async function search(kase: Case) {
	return { releases: (await indexerFor(kase).search(queryOf(kase))).map(toKit) };
}

export const download = (kase: Case) => indexerFor(kase).download(kase.link);

export async function caps(kase: Case) {
	const { categories, modes, rawSearch } = await indexerFor(kase).caps();
	return { categories: categories.map(({ id }) => id), modes, allowrawsearch: rawSearch };
}
