import { confident, identify, judge, type Identification } from '#core/matching/identify.ts';
import type { KnownItem, Sighting } from '#core/matching/sighting.ts';
import { AppError } from '#server/platform/errors.ts';
import type { Hit, Ids, MetadataSource, MovieFacts, SeriesFacts } from '#server/metadata/module.ts';
import type { Suggestion } from '../schema/files.ts';
import type { ItemKind } from '../schema/folders.ts';

export type Facts = MovieFacts | SeriesFacts;
type Candidate = KnownItem & { hit: Hit };

export type Answer =
	| { outcome: 'found'; facts: Facts; confidence: number; reasons: readonly string[] }
	| { outcome: 'unsure'; reason: 'no-match' | 'unsure' | 'several'; suggestions: Suggestion[] }
	/** No source could be asked, or those that were failed. */
	| { outcome: 'failed'; message: string }
	| { outcome: 'nobody' };

const maxTitles = 3;
const lookedAtClosely = 3;
const maxSuggestions = 8;

/** A fault of a source, unless the work itself was stopped. */
export function isSourceFault(error: unknown, signal: AbortSignal): boolean {
	return !signal.aborted && error instanceof AppError;
}
const isAbsent = (error: unknown) =>
	error instanceof AppError && (error.details as { status?: number } | undefined)?.status === 404;

/** Asks one source after the other which film or series was seen, until one is sure. */
export async function ask(
	kind: ItemKind,
	sighting: Sighting,
	sources: readonly MetadataSource[],
	signal: AbortSignal,
	measure?: () => Promise<number | undefined>
): Promise<Answer> {
	const able = sources.filter((source) => kind === 'series' || source.movie);
	if (able.length === 0) return { outcome: 'nobody' };
	const suggestions: Suggestion[] = [];
	let faults = 0;
	let message = '';
	let tied = false;
	for (const source of able) {
		try {
			const answer = await askOne(kind, sighting, source, signal, measure);
			if ('facts' in answer) return answer;
			suggestions.push(...answer.suggestions);
			tied ||= answer.tied;
		} catch (error) {
			if (!isSourceFault(error, signal)) throw error;
			faults += 1;
			message = `${source.id}: ${(error as AppError).message}`;
		}
	}
	if (faults > 0) return { outcome: 'failed', message };
	const reason = suggestions.length === 0 ? 'no-match' : tied ? 'several' : 'unsure';
	const best = suggestions.toSorted((a, b) => b.confidence - a.confidence).slice(0, maxSuggestions);
	return { outcome: 'unsure', reason, suggestions: best };
}

async function askOne(
	kind: ItemKind,
	sighting: Sighting,
	source: MetadataSource,
	signal: AbortSignal,
	measure?: () => Promise<number | undefined>
): Promise<Extract<Answer, { outcome: 'found' }> | { suggestions: Suggestion[]; tied: boolean }> {
	const byId = await askById(kind, sighting, source, signal);
	if (byId) return byId;
	const hits = await search(kind, sighting, source, signal);
	let candidates = hits.map((hit) => toCandidate(hit));
	let { best, others } = identify(sighting, candidates);
	if ((!best || best.confidence < confident) && candidates.length > 0) {
		candidates = await lookClosely(kind, candidates, [best, ...others], source, signal);
		({ best, others } = identify(sighting, candidates));
	}
	if (best && best.confidence < confident && measure) {
		const runtimeMinutes = sighting.runtimeMinutes ?? (await measure());
		({ best, others } = identify({ ...sighting, runtimeMinutes }, candidates));
	}
	if (best && best.confidence >= confident) {
		const facts = await fetchFacts(kind, best.item.hit.ids, source, signal);
		return { outcome: 'found', facts, confidence: best.confidence, reasons: best.reasons };
	}
	const ranked = [best, ...others].filter((each) => each !== undefined);
	return {
		suggestions: ranked.map(toSuggestion),
		tied: best?.reasons[0]?.endsWith('fits as well.') ?? false
	};
}

async function askById(
	kind: ItemKind,
	{ ids = {} }: Sighting,
	source: MetadataSource,
	signal: AbortSignal
): Promise<Extract<Answer, { outcome: 'found' }> | undefined> {
	const given: Ids = Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined));
	const isOwn = source.id === 'tmdb' && given.tmdb !== undefined;
	try {
		const hitIds = isOwn
			? given
			: given.imdb || given.tvdb
				? (await source.find(kind, given, signal))?.ids
				: undefined;
		if (!hitIds) return undefined;
		const facts = await fetchFacts(kind, hitIds, source, signal);
		return { outcome: 'found', facts, confidence: 1, reasons: [`Its id is given: ${nameOf(given)}.`] };
	} catch (error) {
		// A wrong id in a name or NFO file: the title may still say what it is.
		if (isAbsent(error)) return undefined;
		throw error;
	}
}

const nameOf = ({ tmdb, imdb, tvdb }: Ids) =>
	[tmdb && `TMDB ${tmdb}`, imdb && `IMDb ${imdb}`, tvdb && `TheTVDB ${tvdb}`].filter(Boolean).join(', ');

export async function fetchFacts(
	kind: ItemKind,
	ids: Ids,
	source: MetadataSource,
	signal: AbortSignal
): Promise<Facts> {
	const id = source.id === 'tvmaze' ? ids.tvmaze : ids.tmdb;
	if (id === undefined) throw new AppError('not_found', `${source.id} has no id of it.`, { status: 404 });
	return kind === 'movie' ? source.movie!(id, signal) : source.series(id, { signal });
}

async function search(
	kind: ItemKind,
	{ titles, year }: Sighting,
	source: MetadataSource,
	signal: AbortSignal
): Promise<Hit[]> {
	const found = new Map<string, Hit>();
	for (const title of titles.slice(0, maxTitles)) {
		let hits = await source.search(kind, title, { year, signal });
		if (hits.length === 0 && year !== undefined && source.id === 'tmdb')
			hits = await source.search(kind, title, { signal });
		for (const hit of hits.slice(0, 10)) found.set(JSON.stringify(hit.ids), hit);
		// The first title is the likeliest; others are asked for only while nothing is like it.
		const { best } = identify(
			{ titles: [title], year, kind },
			hits.map((hit) => toCandidate(hit))
		);
		if (best && best.confidence >= confident) break;
	}
	const isExact = source.id === 'tmdb';
	if (found.size > 0 || !isExact) return [...found.values()];
	return searchLoosely(kind, { titles, year }, source, signal);
}

const maxBeginnings = 3;
/** Less like it than this is chance. */
const leastAlike = 0.4;

/**
 * TMDB looks for words as they are, so a slip in one of them finds nothing: the beginnings of the longest words, each by
 * itself, find what it may have been.
 */
async function searchLoosely(
	kind: ItemKind,
	{ titles, year }: Pick<Sighting, 'titles' | 'year'>,
	source: MetadataSource,
	signal: AbortSignal
): Promise<Hit[]> {
	const words = (titles[0] ?? '').match(/[\p{L}\p{M}]{4,}/gu) ?? [];
	const longest = [...new Set(words)].toSorted((a, b) => b.length - a.length).slice(0, maxBeginnings);
	const found = new Map<string, Hit>();
	for (const word of longest) {
		const beginning = word.slice(0, Math.max(4, Math.ceil(word.length * 0.6)));
		const hits = await source.search(kind, beginning, { year, signal });
		for (const hit of hits.slice(0, 20)) {
			const { confidence } = judge({ titles, year, kind }, toCandidate(hit));
			if (confidence >= leastAlike) found.set(JSON.stringify(hit.ids), hit);
		}
	}
	return [...found.values()];
}

function toCandidate(hit: Hit, facts?: Facts): Candidate {
	const names = [hit.originalTitle, ...(facts?.aliases.map(({ title }) => title) ?? []), facts?.title];
	return {
		hit,
		title: hit.title,
		aliases: names.filter((name): name is string => Boolean(name) && name !== hit.title),
		kind: hit.kind,
		year: hit.year,
		ids: hit.ids,
		runtimeMinutes: facts?.runtimeMinutes
	};
}

/** The likeliest ones with all their names and their runtime. */
async function lookClosely(
	kind: ItemKind,
	candidates: readonly Candidate[],
	ranked: readonly (Identification<Candidate> | undefined)[],
	source: MetadataSource,
	signal: AbortSignal
): Promise<Candidate[]> {
	const likely = new Set(
		[
			...ranked.flatMap((each) => each?.item ?? []).slice(0, lookedAtClosely - 1),
			...candidates.slice(0, 2)
		].slice(0, lookedAtClosely)
	);
	const closer: Candidate[] = [];
	for (const candidate of candidates) {
		const facts = likely.has(candidate)
			? await fetchFacts(kind, candidate.hit.ids, source, signal)
			: undefined;
		closer.push(facts ? toCandidate(candidate.hit, facts) : candidate);
	}
	return closer;
}

function toSuggestion({ item: { hit }, confidence, reasons }: Identification<Candidate>): Suggestion {
	return {
		source: hit.source,
		kind: hit.kind,
		...(hit.ids.tmdb !== undefined && { tmdbId: hit.ids.tmdb }),
		...(hit.ids.tvmaze !== undefined && { tvmazeId: hit.ids.tvmaze }),
		title: hit.title,
		...(hit.year !== undefined && { year: hit.year }),
		...(hit.posterPath !== undefined && { posterPath: hit.posterPath }),
		confidence,
		reasons: [...reasons]
	};
}

/** How well chosen facts fit, for a match made by a person or kept from before. */
export const fitOf = (sighting: Sighting, facts: Facts): Identification<KnownItem> =>
	judge(sighting, {
		title: facts.title,
		aliases: facts.aliases.map(({ title }) => title),
		year: facts.year,
		ids: facts.ids
	});
