import { parsePath } from '#core/release/parse.ts';
import { confident } from '#core/matching/identify.ts';
import { sightingOf } from '#core/matching/sighting-of.ts';
import type { Sighting } from '#core/matching/sighting.ts';
import { titleForm } from '#core/matching/title-form.ts';
import type { Road } from './deps.ts';
import type { SeenFile } from './found.ts';
import type { Guess, Hint, RowTarget } from './schema.ts';

export interface Identity {
	target?: RowTarget;
	sure: boolean;
	confidence: number;
	reasons: string[];
	guesses: Guess[];
}

export interface Group {
	kind: 'movie' | 'series';
	sighting: Sighting;
	members: { rowId: number; seen: SeenFile }[];
}

const atOnce = 4;
/** So many groups are asked for at the sources; a folder with more of them is settled by hand or later. */
const mostAsked = 300;
const leastGuess = 0.45;
const maxGuesses = 6;

/** Files that name the same film or show are asked for together. */
export function groupsOf(files: readonly { rowId: number; seen: SeenFile }[]): Group[] {
	const groups = new Map<string, Group>();
	for (const file of files) {
		const { parsed, kind, nfo, refusal } = file.seen;
		if (!parsed || !kind || (refusal && !refusal.soft)) continue;
		const told = sightingOf(parsed);
		const titles = [nfo?.title, nfo?.originalTitle, ...told.titles];
		const sighting: Sighting = {
			titles: [...new Set(titles.filter((title): title is string => Boolean(title)))].slice(0, 6),
			year: nfo?.year ?? told.year,
			kind,
			ids: {
				tmdb: nfo?.tmdbId ?? told.ids?.tmdb,
				imdb: nfo?.imdbId ?? told.ids?.imdb,
				tvdb: nfo?.tvdbId ?? told.ids?.tvdb
			}
		};
		const title = sighting.titles[0];
		const key = JSON.stringify([
			kind,
			title ? titleForm(title).key : file.seen.path,
			sighting.year,
			sighting.ids
		]);
		const group = groups.get(key);
		if (group) group.members.push(file);
		else groups.set(key, { kind, sighting, members: [file] });
	}
	return [...groups.values()];
}

/** What each group is: the library is asked first, then the sources. */
export async function identifyGroups(
	road: Road,
	groups: readonly Group[],
	hint: Hint,
	signal: AbortSignal,
	told: (group: Group, identity: Identity, done: number) => void | Promise<void>
): Promise<string[]> {
	const faults = new Set<string>();
	let asked = 0;
	let done = 0;
	const queue = groups.values();
	const worker = async () => {
		for (const group of queue) {
			signal.throwIfAborted();
			const known = fromHint(hint, group) ?? fromLibrary(road, group);
			const identity =
				known.sure || asked >= mostAsked
					? known
					: ((asked += 1), await fromSources(road, group, known, signal, faults));
			await told(group, inMind(road, hint, group, identity, groups.length === 1), (done += 1));
		}
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, groups.length) }, worker));
	return [...faults];
}

const nobody: Identity = { sure: false, confidence: 0, reasons: [], guesses: [] };

function fromHint({ itemId, kind }: Hint, group: Group): Identity | undefined {
	if (itemId === undefined || kind === undefined || kind !== group.kind) return undefined;
	const reasons = ['Whoever fetched it said so.'];
	return { target: { kind, itemId }, sure: true, confidence: 1, reasons, guesses: [] };
}

/** What is nobody else's may belong to the item that somebody came from. */
function inMind(
	{ library }: Road,
	{ for: wish }: Hint,
	group: Group,
	identity: Identity,
	isOnly: boolean
): Identity {
	const { target } = identity;
	const item = wish && library.intake.item(wish.kind, wish.id);
	if (!wish || !item || (target?.kind === wish.kind && target.itemId === wish.id)) return identity;
	const reasons = ['The import was begun on its page.'];
	const { title, year, posterPath } = item;
	const guess: Guess = {
		kind: wish.kind,
		itemId: wish.id,
		title,
		...(year !== null && { year }),
		...(posterPath !== null && { posterPath }),
		confidence: 0.5,
		reasons
	};
	const guesses = [guess, ...identity.guesses].slice(0, maxGuesses);
	if (target && (identity.sure || !isOnly)) return { ...identity, guesses };
	return { target: targetOf(guess), sure: isOnly && !target, confidence: 0.5, reasons, guesses };
}

function fromLibrary({ library }: Road, { kind, sighting }: Group): Identity {
	if (sighting.titles.length === 0 && !Object.values(sighting.ids ?? {}).some(Boolean)) return nobody;
	const found = library.intake.suspects(kind, sighting);
	const guesses = found
		.slice(0, maxGuesses)
		.map(({ id, title, year, posterPath, confidence, reasons }): Guess => ({
			kind,
			itemId: id,
			title,
			...(year !== null && { year }),
			...(posterPath !== null && { posterPath }),
			confidence,
			reasons
		}));
	return chooseBest(guesses);
}

function chooseBest(all: readonly Guess[]): Identity {
	const guesses = all.toSorted((a, b) => b.confidence - a.confidence).slice(0, maxGuesses);
	const [best] = guesses;
	if (!best || best.confidence < leastGuess) return { ...nobody, guesses };
	return {
		target: targetOf(best),
		sure: best.confidence >= confident,
		confidence: best.confidence,
		reasons: best.reasons,
		guesses
	};
}

export const targetOf = ({ kind, itemId, source, sourceId, title, year, posterPath }: Guess): RowTarget =>
	itemId !== undefined
		? { kind, itemId }
		: {
				kind,
				add: {
					source: source ?? 'name',
					...(sourceId !== undefined && { sourceId }),
					title,
					...(year !== undefined && { year }),
					...(posterPath !== undefined && { posterPath })
				}
			};

async function fromSources(
	{ library, metadata }: Road,
	{ kind, sighting }: Group,
	known: Identity,
	signal: AbortSignal,
	faults: Set<string>
): Promise<Identity> {
	if (sighting.titles.length === 0 && !Object.values(sighting.ids ?? {}).some(Boolean)) return known;
	const answer = await library.intake.ask(kind, sighting, signal);
	if (answer.outcome === 'found') {
		const { facts, confidence, reasons, itemId } = answer;
		const { ids, title, year, posterPath } = facts;
		const source = facts.source === 'tvmaze' ? 'tvmaze' : 'tmdb';
		const sourceId = source === 'tvmaze' ? ids.tvmaze : ids.tmdb;
		const guess: Guess = {
			kind,
			...(itemId === undefined ? { source, ...(sourceId !== undefined && { sourceId }) } : { itemId }),
			title,
			...(year !== undefined && { year }),
			...(posterPath !== undefined && { posterPath }),
			confidence,
			reasons: [...reasons]
		};
		return { ...chooseBest([guess, ...known.guesses]), target: targetOf(guess), sure: true };
	}
	if (answer.outcome === 'unsure') {
		const theirs = answer.suggestions.map(
			({ source, tmdbId, tvmazeId, title, year, posterPath, confidence, reasons }): Guess => ({
				kind,
				source: source === 'tvmaze' ? 'tvmaze' : 'tmdb',
				...((tmdbId ?? tvmazeId) !== undefined && { sourceId: (source === 'tvmaze' ? tvmazeId : tmdbId)! }),
				title,
				...(year !== undefined && { year }),
				...(posterPath !== undefined && { posterPath }),
				confidence,
				reasons
			})
		);
		const best = chooseBest([...known.guesses, ...theirs]);
		return best.target || (kind === 'movie' && metadata.hasTmdb()) ? best : byName(kind, sighting, best);
	}
	if (answer.outcome === 'failed') faults.add(answer.message);
	return known.target ? known : byName(kind, sighting, known);
}

/** Where nobody can be asked, the name has to do; a person has the last word. */
function byName(kind: Group['kind'], { titles, year }: Sighting, known: Identity): Identity {
	const [title] = titles;
	if (!title || (kind === 'movie' && year === undefined)) return known;
	return {
		...known,
		target: { kind, add: { source: 'name', title, ...(year !== undefined && { year }) } },
		confidence: 0.4,
		reasons: ['Its name says so; no source knows it.']
	};
}

/** What a name tells once it is known whether it is a film or a show. */
export const parseTold = (told: string, kind: 'movie' | 'series') => parsePath(told, { kind });
