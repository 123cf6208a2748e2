import { formatBytes } from '#core/text/bytes.ts';
import { type Rule, postpone } from '../verdict.ts';

export const freeSpace: Rule = ({ sizeBytes = 0 }, { freeBytes, limits }) => {
	if (freeBytes === undefined || freeBytes - sizeBytes >= limits.reserveBytes) return undefined;
	const free = `${formatBytes(freeBytes)} are free and ${formatBytes(limits.reserveBytes)} must remain`;
	return postpone('free-space', `There is no room for it: ${free}.`);
};
