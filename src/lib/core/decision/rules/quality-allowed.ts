import { ladderOf } from '#core/formats/ladder.ts';
import { qualityOf } from '#core/formats/quality-of.ts';
import { type Rule, reject } from '../verdict.ts';

export const qualityAllowed: Rule = ({ parsed }, { profile }) => {
	const { name } = qualityOf(parsed);
	return ladderOf(profile).allows(name)
		? undefined
		: reject('quality-allowed', `${name} is not among the qualities of the profile "${profile.name}".`);
};
