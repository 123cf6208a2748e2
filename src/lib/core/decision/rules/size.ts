import { sizeLimits } from '#core/formats/size-limits.ts';
import { qualityOf } from '#core/formats/quality-of.ts';
import { formatBytes } from '#core/text/bytes.ts';
import { type Rule, reject } from '../verdict.ts';

/** Holds the size against the profile's rates for all the minutes it covers, and against the house's own limit. */
export const size: Rule = ({ sizeBytes, parsed }, { profile, parts, limits }) => {
	const minutes = parts.reduce((sum, part) => sum + (part.minutes ?? 0), 0);
	const quality = qualityOf(parsed).name;
	const bounds = parts.every((part) => part.minutes) ? sizeLimits(profile, quality, minutes) : undefined;
	if (!sizeBytes) {
		return bounds || limits.maximumBytes > 0
			? reject('size', 'Its size is not known, and there are limits.')
			: undefined;
	}
	const is = `It has ${formatBytes(sizeBytes)}`;
	if (limits.maximumBytes > 0 && sizeBytes > limits.maximumBytes) {
		return reject('size', `${is}, nothing may have more than ${formatBytes(limits.maximumBytes)}.`);
	}
	if (!bounds) return undefined;
	const length = `${Math.round(minutes)} minutes of ${quality}`;
	if (sizeBytes < bounds.minBytes) {
		return reject('size', `${is}, ${length} should have ${formatBytes(bounds.minBytes)} at least.`);
	}
	return bounds.maxBytes !== undefined && sizeBytes > bounds.maxBytes
		? reject('size', `${is}, ${length} should have ${formatBytes(bounds.maxBytes)} at most.`)
		: undefined;
};
