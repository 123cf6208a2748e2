import type { App } from '#server/app.ts';

type Kind = 'movie' | 'series';
const pageLength = 100;
const mostPages = 20;

/** What is there, but in a lesser quality than its profile would settle for. */
export function shortfall({ library, profiles }: App, kind: Kind, today: string, cursor: string | undefined) {
	const all = new Map(profiles.profiles.list().map((profile) => [profile.id, profile]));
	const fallback = profiles.fallback();
	const short = (quality: string | null, profileId: string | number | null) => {
		const profile = all.get(String(profileId ?? '')) ?? fallback;
		return isShort(quality, profile);
	};
	const items: ReturnType<typeof library.pages.wanted>['items'] = [];
	let next = cursor;
	// A page is filled from as many pages of the library as it takes, within reason.
	for (let round = 0; round < mostPages && items.length < pageLength; round++) {
		const found = library.pages.wanted({ kind, state: 'present', today, limit: 500, cursor: next });
		items.push(...found.items.filter(({ quality, profileId }) => short(quality, profileId)));
		next = found.next;
		if (next === undefined) break;
	}
	return { items, total: items.length, ...(next !== undefined && { next }) };
}

interface Wish {
	cutoff: string;
	upgrades: boolean;
	qualities: { name: string; members?: string[] | undefined }[];
}

/** Below the profile's cutoff in its own order; a quality it does not know is short of everything. */
export function isShort(quality: string | null, { cutoff, upgrades, qualities }: Wish): boolean {
	if (!upgrades || quality === null) return false;
	const rank = (name: string) =>
		qualities.findIndex((entry) => entry.name === name || entry.members?.includes(name));
	const goal = rank(cutoff);
	const have = rank(quality);
	return goal >= 0 && (have < 0 || have > goal);
}
