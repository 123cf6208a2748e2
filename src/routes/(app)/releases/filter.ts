import type { ReleaseLine } from '../../api/search/lines.ts';

export interface ReleaseFilter {
	words: string;
	quality: string;
	indexer: string;
	protocol: string;
	onlyAccepted: boolean;
}

export const noFilter: ReleaseFilter = {
	words: '',
	quality: '',
	indexer: '',
	protocol: '',
	onlyAccepted: false
};

export function matching(releases: readonly ReleaseLine[], filter: ReleaseFilter): ReleaseLine[] {
	const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
	return releases.filter((release) => {
		const title = release.title.toLowerCase();
		return (
			words.every((word) =>
				word.startsWith('-') && word.length > 1 ? !title.includes(word.slice(1)) : title.includes(word)
			) &&
			(!filter.quality || release.quality === filter.quality) &&
			(!filter.indexer || release.indexers.some(({ id }) => String(id) === filter.indexer)) &&
			(!filter.protocol || release.protocol === filter.protocol) &&
			(!filter.onlyAccepted || release.accepted)
		);
	});
}

/** Qualities that occur, most frequent first. */
export function qualitiesOf(releases: readonly ReleaseLine[]): string[] {
	const counts = new Map<string, number>();
	for (const { quality } of releases) counts.set(quality, (counts.get(quality) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1]).map(([quality]) => quality);
}

/** What would be taken first: accepted, then score, then how many share it. */
export const bestFirst = (a: ReleaseLine, b: ReleaseLine): number =>
	Number(b.accepted) - Number(a.accepted) || b.score - a.score || (b.seeders ?? 0) - (a.seeders ?? 0);
