import { qualityNamed } from '#core/formats/qualities.ts';
import { namePartsOf } from '#core/naming/name-parts-of.ts';
import type { NameMedia, NameSubject } from '#core/naming/name-subject.ts';
import { parsePath } from '#core/release/parse.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Probe } from '../schema/files.ts';
import { qualityBySight, resolutionOf } from '../resolution.ts';
import type { ItemKind } from '../schema/folders.ts';

export interface NamedFile {
	id: number;
	path: string;
	role: string;
	part: number | null;
	edition: string | null;
	quality: string | null;
	group: string | null;
	releaseName: string | null;
	probe: string | null;
}

interface ItemRow {
	title: string;
	originalTitle: string | null;
	year: number | null;
	certification: string | null;
	tmdbId: number | null;
	imdbId: string | null;
	tvdbId: number | null;
	tvmazeId: number | null;
	collection: string | null;
}

const said = <T>(value: T | null) => value ?? undefined;

/** What a film or series gives to the names of all its files. */
export function itemSubject(db: Db, kind: ItemKind, id: number): NameSubject {
	const sql =
		kind === 'movie'
			? `SELECT m.*, NULL AS tvdbId, NULL AS tvmazeId, c.name AS collection FROM movies m LEFT JOIN collections c ON c.id = m.collectionId WHERE m.id = ?`
			: 'SELECT s.*, NULL AS collection FROM series s WHERE s.id = ?';
	const row = prepared(db, sql).get(id) as ItemRow;
	const translations = prepared(
		db,
		`SELECT language, title FROM aliases WHERE ${kind}Id = ? AND language IS NOT NULL`
	).all(id) as {
		language: string;
		title: string;
	}[];
	return {
		title: row.title,
		originalTitle: said(row.originalTitle),
		translations: Object.fromEntries(
			translations.map(({ language, title }) => [language.toLowerCase(), title])
		),
		year: said(row.year),
		collection: said(row.collection),
		certification: said(row.certification),
		ids: {
			tmdb: said(row.tmdbId),
			imdb: said(row.imdbId),
			tvdb: said(row.tvdbId),
			tvmaze: said(row.tvmazeId)
		}
	};
}

const dynamicRange = (hdr: string | undefined) =>
	hdr === undefined ? {} : { dynamicRange: 'HDR', dynamicRangeType: hdr };
const channels: Record<number, string> = { 1: '1.0', 2: '2.0', 3: '2.1', 6: '5.1', 8: '7.1' };

/** What was measured counts more than what the name says. */
function measured(probe: Probe): NameMedia {
	const audio = probe.audio.find(({ isDefault }) => isDefault) ?? probe.audio[0];
	const languages = (list: readonly { language?: string }[]) => [
		...new Set(list.flatMap(({ language }) => language ?? []))
	];
	return {
		...(probe.video && { bitDepth: probe.video.bitDepth, ...dynamicRange(probe.video.hdr) }),
		...(audio && { audioChannels: channels[audio.channels] ?? String(audio.channels) }),
		audioLanguages: languages(probe.audio),
		subtitleLanguages: languages(probe.subtitles)
	};
}

/** What one file adds to its name. */
export function fileSubject(kind: ItemKind, item: NameSubject, file: NamedFile): NameSubject {
	const parsed = parsePath(file.releaseName ?? file.path, { kind });
	const { media, ...parts } = namePartsOf(parsed);
	const fileName = file.path
		.split('/')
		.at(-1)!
		.replace(/\.[^.]+$/, '');
	const probe = file.probe === null ? undefined : (JSON.parse(file.probe) as Probe);
	return {
		...item,
		...parts,
		media: { ...media, ...(probe && withoutEmpty(measured(probe))) },
		quality: qualityOf(file, parsed, parts.quality, probe),
		group: said(file.group) ?? parts.group,
		edition: said(file.edition) ?? parts.edition,
		releaseName: file.releaseName ?? fileName,
		fileName
	};
}

/** Where no name tells a quality, the picture does; the ending alone tells none. */
function qualityOf(
	{ quality }: NamedFile,
	parsed: ReturnType<typeof parsePath>,
	told: string | undefined,
	probe: Probe | undefined
): string | undefined {
	if (quality !== null) return qualityNamed(quality)?.name ?? told;
	if (parsed.source ?? parsed.resolution ?? parsed.modifier) return told;
	return probe?.video && qualityBySight(resolutionOf(probe.video.width, probe.video.height));
}

const withoutEmpty = (media: NameMedia): NameMedia =>
	Object.fromEntries(
		Object.entries(media).filter(
			([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)
		)
	);

interface EpisodeRow {
	seasonNumber: number;
	number: number;
	absoluteNumber: number | null;
	title: string | null;
	airDate: string | null;
}

export function episodeSubject(db: Db, item: NameSubject, file: NamedFile): NameSubject | undefined {
	const rows = prepared(
		db,
		`SELECT e.seasonNumber, e.number, e.absoluteNumber, e.title, e.airDate FROM episode_files ef JOIN episodes e ON e.id = ef.episodeId WHERE ef.fileId = ? ORDER BY e.seasonNumber, e.number`
	).all(file.id) as EpisodeRow[];
	const [first] = rows;
	if (!first) return undefined;
	return {
		...fileSubject('series', item, file),
		season: first.seasonNumber,
		airDate: said(first.airDate),
		episodes: rows.map(({ number, absoluteNumber, title }) => ({
			number,
			absolute: said(absoluteNumber),
			title: said(title)
		}))
	};
}
