import type { SearchQuery } from '../torznab/query.ts';
import type { Release } from '../torznab/release.ts';
import { expandWanted } from './category-map.ts';
import type { Definition } from './definition.ts';
import type { Draft } from './fields.ts';
import { infoHashOf, publicMagnet } from './magnet.ts';
import { isBlank } from './text.ts';

/** Completes drafts, and leaves out what is incomplete, double or was not asked for. */
export function finishReleases(
	definition: Definition,
	query: SearchQuery,
	drafts: readonly Draft[]
): Release[] {
	const wanted = query.categories?.length ? expandWanted(definition, query.categories) : undefined;
	const releases = new Map<string, Release>();
	for (const draft of drafts) {
		const release = complete(draft, definition);
		if (!release || releases.has(release.guid)) continue;
		if (!query.interactive && (release.sizeBytes === undefined || !release.categories.length)) continue;
		if (wanted && release.categories.length && !release.categories.some((id) => wanted.has(id))) continue;
		releases.set(release.guid, release);
	}
	return [...releases.values()];
}

function complete(draft: Draft, definition: Definition): Release | undefined {
	const { magnet, infoHash, title, ...rest } = draft;
	if (title === undefined || isBlank(title)) return undefined;
	const links = withMagnet({ magnet, infoHash }, title, definition);
	const guid = draft.download ?? links.magnet ?? draft.details ?? title;
	return { ...rest, ...links, title, guid, protocol: 'torrent' };
}

/** On private sites a magnet made from a hash would find nobody. */
function withMagnet(
	{ magnet, infoHash }: { magnet: string | undefined; infoHash: string | undefined },
	title: string,
	{ type }: Definition
): Pick<Release, 'magnet' | 'infoHash'> {
	if (magnet && !infoHash) {
		const hash = infoHashOf(magnet);
		return { magnet, ...(hash && { infoHash: hash }) };
	}
	if (infoHash && !magnet && type !== 'private') return { infoHash, magnet: publicMagnet(infoHash, title) };
	return { ...(magnet && { magnet }), ...(infoHash && { infoHash }) };
}
