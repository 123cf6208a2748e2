import { ladderOf } from '#core/formats/ladder.ts';
import { meetsLanguages } from '#core/formats/language-wish.ts';
import type { Profile } from '#core/formats/profile.ts';
import { qualityOf } from '#core/formats/quality-of.ts';
import { score } from '#core/formats/score.ts';
import { languagesOf } from '#core/formats/traits.ts';
import type { Candidate } from './candidate.ts';

/** Where a release or a file stands under a profile: all that is compared when one might replace another. */
export interface Standing {
	readonly quality: string;
	readonly score: number;
	/** 2 for a proper, a repack or a v2. */
	readonly version: number;
	readonly real: number;
	/** Missing when the languages of a file are not known. */
	readonly languagesMet?: boolean | undefined;
	readonly group?: string | undefined;
}

export function standingOf(candidate: Candidate, profile: Profile): Standing {
	const { parsed } = candidate;
	return {
		quality: qualityOf(parsed).name,
		score: score(profile, candidate.formats).total,
		version: parsed.version,
		real: parsed.real,
		languagesMet: meetsLanguages(profile.languages, languagesOf(candidate), candidate.originalLanguage),
		group: parsed.group
	};
}

const compareRevision = (a: Standing, b: Standing): number => a.real - b.real || a.version - b.version;

export interface Gain {
	readonly better: boolean;
	/** A sentence on what is gained, or why nothing is. */
	readonly reason: string;
}

const yes = (reason: string): Gain => ({ better: true, reason });
const no = (reason: string): Gain => ({ better: false, reason });

/** Would `next` be an upgrade over `current`? */
export function gainOver(current: Standing, next: Standing, profile: Profile): Gain {
	const languages = gainInLanguages(current, next);
	if (languages)
		return profile.upgrades || !languages.better ? languages : no('The profile does not upgrade.');
	const ladder = ladderOf(profile);
	const [was, is] = [ladder.position(current.quality), ladder.position(next.quality)];
	if (is < was) return no(`It is ${next.quality}, there is ${current.quality}.`);
	if (is === was) {
		const revised = gainInRevision(current, next, profile);
		if (revised) return revised;
	}
	if (!profile.upgrades) return no('The profile does not upgrade.');
	if (is > was && was < ladder.cutoff) return yes(`${next.quality} instead of ${current.quality}.`);
	if (is > was) return no(`There is ${current.quality}, which is as good as the profile asks.`);
	return gainInScore(current, next, profile);
}

function gainInLanguages(current: Standing, next: Standing): Gain | undefined {
	if (current.languagesMet === undefined || next.languagesMet === current.languagesMet) return undefined;
	return next.languagesMet
		? yes('It has the language wished for, the present file does not.')
		: no('The present file has the language wished for, it does not.');
}

function gainInRevision(current: Standing, next: Standing, profile: Profile): Gain | undefined {
	if (profile.revisions === 'ignore') return undefined;
	const revision = compareRevision(next, current);
	if (revision < 0) return no('There is a later revision already.');
	if (revision === 0 || profile.revisions === 'prefer') return undefined;
	return yes('It mends a fault of the present file (proper, repack or later version).');
}

function gainInScore(current: Standing, next: Standing, profile: Profile): Gain {
	const { cutoffScore, scoreIncrement } = profile;
	const gained = next.score - current.score;
	if (gained <= 0) return no(`It scores ${next.score}, the present file ${current.score}.`);
	if (current.score >= cutoffScore)
		return no(`There is a score of ${current.score}, and ${cutoffScore} is enough.`);
	if (gained < scoreIncrement)
		return no(`It gains ${gained} in score, ${scoreIncrement} is the least worth an upgrade.`);
	return yes(`It gains ${gained} in score.`);
}
