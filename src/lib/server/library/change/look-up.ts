import { identify } from '#core/matching/identify.ts';
import { notFound } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Suggestion } from '../schema/files.ts';
import { gatherClues } from '../identify/clues.ts';
import type { Identifying } from '../identify/identify-unit.ts';
import { filesOf, unitAt } from '../identify/pending.ts';
import { isSourceFault } from '../identify/ask.ts';

/** What a file may be, for a person to choose from; `query` is what that person typed. */
export async function looksLike(context: Identifying, fileId: number, signal: AbortSignal, query?: string) {
	const { db, workers, metadata } = context;
	const file = prepared(db, 'SELECT rootFolderId, unit FROM files WHERE id = ?').get(fileId) as
		{ rootFolderId: number; unit: string } | undefined;
	const unit = file && unitAt(db, file.rootFolderId, file.unit);
	if (!unit) throw notFound('file', fileId);
	const clues = await gatherClues(unit, filesOf(db, unit), workers, signal);
	const sighting = query ? { ...clues.sighting, titles: [query], year: undefined, ids: {} } : clues.sighting;
	const suggestions: Suggestion[] = [];
	const faults: string[] = [];
	for (const source of metadata.sources().filter((each) => unit.kind === 'series' || each.movie)) {
		try {
			const hits = (
				await Promise.all(
					sighting.titles.slice(0, 2).map((title) => source.search(unit.kind, title, { signal }))
				)
			).flat();
			const known = hits.map((hit) => ({
				...hit,
				aliases: hit.originalTitle ? [hit.originalTitle] : [],
				hit
			}));
			const { best, others } = identify(sighting, [
				...new Map(known.map((each) => [JSON.stringify(each.ids), each])).values()
			]);
			for (const { item, confidence, reasons } of [best, ...others].filter((each) => each !== undefined)) {
				const { hit } = item;
				suggestions.push({
					source: source.id,
					kind: unit.kind,
					title: hit.title,
					confidence,
					reasons: [...reasons],
					...(hit.ids.tmdb !== undefined && { tmdbId: hit.ids.tmdb }),
					...(hit.ids.tvmaze !== undefined && { tvmazeId: hit.ids.tvmaze }),
					...(hit.year !== undefined && { year: hit.year }),
					...(hit.posterPath !== undefined && { posterPath: hit.posterPath })
				});
			}
		} catch (error) {
			if (!isSourceFault(error, signal)) throw error;
			faults.push(`${source.id}: ${(error as Error).message}`);
		}
	}
	return {
		kind: unit.kind,
		path: unit.path,
		title: clues.title,
		year: clues.year ?? null,
		suggestions: suggestions.toSorted((a, b) => b.confidence - a.confidence).slice(0, 20),
		faults
	};
}
