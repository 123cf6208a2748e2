import { qualityOf } from '#core/formats/quality-of.ts';
import { type Rule, reject } from '../verdict.ts';

/** A group repacks its own work; another group's repack mends a fault that the present file does not have. */
export const repackGroup: Rule = ({ parsed }, { parts, profile, byHand }) => {
	if (byHand || !parsed.repack || parsed.proper || profile.revisions !== 'upgrade') return undefined;
	const { name } = qualityOf(parsed);
	const other = parts.find(
		({ current }) => current?.quality === name && differs(current.group, parsed.group)
	);
	return other
		? reject(
				'repack-group',
				`It repacks a release of ${parsed.group ?? 'nobody'}; ${other.label} is by ${other.current!.group ?? 'nobody'}.`
			)
		: undefined;
};

const differs = (a: string | undefined, b: string | undefined): boolean =>
	a?.toLowerCase() !== b?.toLowerCase();
