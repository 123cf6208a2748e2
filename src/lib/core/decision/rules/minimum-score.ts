import { score } from '#core/formats/score.ts';
import { type Rule, reject } from '../verdict.ts';

export const minimumScore: Rule = ({ formats }, { profile }) => {
	const { total, parts } = score(profile, formats);
	if (total >= profile.minimumScore) return undefined;
	const worst = parts.filter((part) => part.score < 0).toSorted((a, b) => a.score - b.score);
	const because = worst.slice(0, 3).map((part) => `${part.format.name} ${part.score}`);
	const why = because.length > 0 ? ` (${because.join(', ')})` : '';
	return reject(
		'minimum-score',
		`It scores ${total}${why}, the profile asks for ${profile.minimumScore} at least.`
	);
};
