import { type FormatMatcher } from '#core/formats/format-matcher.ts';
import type { Profile } from '#core/formats/profile.ts';
import { score } from '#core/formats/score.ts';
import { parse } from '#core/release/parse.ts';
import type { Parsed } from '#core/release/types.ts';
import type { Candidate } from './candidate.ts';
import { decide } from './decide.ts';
import { defaultLimits, type Facts } from './facts.ts';
import { rank } from './rank.ts';
import { standingOf } from './standing.ts';
import type { Reject } from './verdict.ts';

export interface Judged {
	name: string;
	parsed: Parsed;
	/** The rung it stands on, as profiles name it. */
	quality: string;
	accepted: boolean;
	score: number;
	formats: { id: string; name: string; category: string; score: number }[];
	rejects: Reject[];
}

export interface Place {
	/** Among the names given. */
	index: number;
	/** Why it stands before the next one; missing for the last. */
	because?: string | undefined;
}

export interface Comparison {
	items: Judged[];
	/** Best first: what would be taken, then what would not. */
	ranking: Place[];
}

export interface JudgeOptions {
	kind?: 'movie' | 'series' | undefined;
	sizeBytes?: number | undefined;
	/** How long it plays, where sizes are to be held against the profile's limits. */
	minutes?: number | undefined;
	originalLanguage?: string | undefined;
	now: number;
}

interface Measures {
	profile: Profile;
	matcher: FormatMatcher;
}

/** A name alone as formats see it. */
export const subjectOf = (
	name: string,
	{ kind, sizeBytes, originalLanguage }: Omit<JudgeOptions, 'now'>
) => ({
	title: name,
	parsed: parse(name, { kind, marks: true }),
	sizeBytes,
	originalLanguage
});

/** What a profile says of names alone: as if each were the item wanted, and nothing of it were there yet. */
export function judge(names: readonly string[], measures: Measures, options: JudgeOptions): Comparison {
	const candidates = names.map((name) => candidateOf(name, measures.matcher, options));
	const items = candidates.map((candidate) => judged(candidate, measures.profile, options));
	return { items, ranking: ranked(candidates, items, measures.profile, options) };
}

function candidateOf(name: string, matcher: FormatMatcher, options: JudgeOptions): Candidate {
	const subject = subjectOf(name, options);
	return { ...subject, guid: name, formats: matcher.match(subject), match: { confidence: 1, reasons: [] } };
}

const partOf = ({ title, parsed }: Candidate, { minutes }: JudgeOptions) => ({
	id: 0,
	label: parsed.title ?? title,
	monitored: true,
	availableAt: 0,
	minutes
});

function judged(candidate: Candidate, profile: Profile, options: JudgeOptions): Judged {
	const facts: Facts = {
		now: options.now,
		profile,
		parts: [partOf(candidate, options)],
		queue: [],
		blocklist: [],
		grabbed: [],
		protocols: ['torrent', 'usenet', 'stream'],
		limits: defaultLimits,
		delays: { minutes: {}, skipForTopQuality: true },
		terms: { required: [], ignored: [], requiredFlags: [], refusedFlags: [] },
		byHand: false
	};
	const { accepted, rejects } = decide(candidate, facts);
	const { total, parts } = score(profile, candidate.formats);
	return {
		name: candidate.title,
		parsed: candidate.parsed,
		quality: standingOf(candidate, profile).quality,
		accepted,
		score: total,
		formats: parts.map(({ format: { id, name, category }, score }) => ({ id, name, category, score })),
		rejects: [...rejects]
	};
}

function ranked(
	candidates: readonly Candidate[],
	items: readonly Judged[],
	profile: Profile,
	options: JudgeOptions
): Place[] {
	const indexOf = new Map(candidates.map((candidate, index) => [candidate, index]));
	const group = (accepted: boolean): Place[] =>
		rank(
			candidates.filter((_, index) => items[index]!.accepted === accepted),
			{ profile, now: options.now, partsOf: (candidate) => [partOf(candidate, options)] }
		).map(({ candidate, because }) => ({ index: indexOf.get(candidate)!, because }));
	const [taken, refused] = [group(true), group(false)];
	const last = taken.at(-1);
	if (last && refused.length > 0) last.because = 'The next one would not be taken.';
	return [...taken, ...refused];
}
