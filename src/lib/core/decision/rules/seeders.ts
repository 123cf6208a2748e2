import { type Rule, postpone } from '../verdict.ts';

export const seeders: Rule = ({ protocol, seeders: count }, { limits }) => {
	if (protocol !== 'torrent' || count === undefined || count >= limits.minimumSeeders) return undefined;
	return postpone('seeders', `${count} seeders, ${limits.minimumSeeders} are the least.`);
};
