import type { Candidate } from '#core/decision/candidate.ts';
import { decide } from '#core/decision/decide.ts';
import { defaultLimits, type Facts } from '#core/decision/facts.ts';
import type { Reject } from '#core/decision/verdict.ts';
import type { FormatMatcher } from '#core/formats/format-matcher.ts';
import type { Profile } from '#core/formats/profile.ts';
import { score } from '#core/formats/score.ts';
import { parse } from '#core/release/parse.ts';
import type { Parsed } from '#core/release/types.ts';

export interface Judged {
	name: string;
	parsed: Parsed;
	accepted: boolean;
	score: number;
	formats: { id: string; name: string; category: string; score: number }[];
	rejects: Reject[];
}

export interface JudgeOptions {
	kind?: 'movie' | 'series' | undefined;
	sizeBytes?: number | undefined;
	originalLanguage?: string | undefined;
	now: number;
}

/** What a profile says of a name alone: as if it were the item wanted, and nothing of it were there yet. */
export function judge(
	name: string,
	{ profile, matcher }: { profile: Profile; matcher: FormatMatcher },
	options: JudgeOptions
): Judged {
	const { kind, sizeBytes, originalLanguage, now } = options;
	const parsed = parse(name, { kind, marks: true });
	const subject = { title: name, parsed, sizeBytes, originalLanguage };
	const matched = matcher.match(subject);
	const { total, parts } = score(profile, matched);
	const candidate: Candidate = {
		...subject,
		guid: name,
		formats: matched,
		match: { confidence: 1, reasons: [] }
	};
	const facts: Facts = {
		now,
		profile,
		parts: [{ id: 0, label: parsed.title ?? name, monitored: true, availableAt: 0 }],
		queue: [],
		blocklist: [],
		grabbed: [],
		protocols: ['torrent', 'usenet', 'stream'],
		limits: defaultLimits,
		delays: { minutes: {}, skipForTopQuality: true },
		terms: { required: [], ignored: [], requiredFlags: [], refusedFlags: [] },
		byHand: false
	};
	const verdict = decide(candidate, facts);
	return {
		name,
		parsed,
		accepted: verdict.accepted,
		score: total,
		formats: parts.map((part) => ({
			id: part.format.id,
			name: part.format.name,
			category: part.format.category,
			score: part.score
		})),
		rejects: [...verdict.rejects]
	};
}
