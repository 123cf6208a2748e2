import type { Format } from '../format.ts';
import type { Profile } from '../profile.ts';
import { scoreOfFormat } from '../score.ts';

/** What the app calls its things: the ids an exported profile must speak in. */
export interface ArrIds {
	readonly qualities: ReadonlyMap<string, number>;
	readonly formats: ReadonlyMap<string, number>;
}

export interface ArrProfile {
	name: string;
	upgradeAllowed: boolean;
	cutoff: number;
	minFormatScore: number;
	cutoffFormatScore: number;
	minUpgradeFormatScore: number;
	items: ArrProfileItem[];
	formatItems: { format: number; name: string; score: number }[];
}

export interface ArrProfileItem {
	id?: number;
	name?: string;
	quality?: { id: number; name: string };
	allowed: boolean;
	items: ArrProfileItem[];
}

// The apps number groups from here on, apart from qualities.
const firstGroupId = 1000;

/** The profile as the app's API takes it. Qualities and formats the app does not have are left out and named. */
export function exportProfile(
	profile: Profile,
	formats: readonly Format[],
	ids: ArrIds
): { value: ArrProfile; faults: string[] } {
	const faults: string[] = [];
	const one = (name: string, allowed: boolean): ArrProfileItem[] => {
		const id = ids.qualities.get(name);
		if (id === undefined) faults.push(`The quality "${name}" is not known there.`);
		return id === undefined ? [] : [{ quality: { id, name }, allowed, items: [] }];
	};
	const items = profile.qualities.flatMap(({ name, allowed, members }, index) =>
		members
			? [
					{
						id: firstGroupId + index,
						name,
						allowed,
						items: members.flatMap((member) => one(member, allowed)).toReversed()
					}
				]
			: one(name, allowed)
	);
	const cutoff = items.find((item) => (item.quality?.name ?? item.name) === profile.cutoff);
	const formatItems = formats.flatMap((format) => {
		const id = ids.formats.get(format.name);
		const score = scoreOfFormat(profile, format);
		if (id === undefined && score !== 0) faults.push(`The format "${format.name}" is not known there.`);
		return id === undefined ? [] : [{ format: id, name: format.name, score }];
	});
	return {
		value: {
			name: profile.name,
			upgradeAllowed: profile.upgrades,
			cutoff: cutoff?.quality?.id ?? cutoff?.id ?? 0,
			minFormatScore: profile.minimumScore,
			cutoffFormatScore: profile.cutoffScore,
			minUpgradeFormatScore: profile.scoreIncrement,
			items: items.toReversed(),
			formatItems
		},
		faults
	};
}
