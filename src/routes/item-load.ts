import type { Actor } from '#core/access/permissions.ts';
import type { App } from '#server/app.ts';

/** What somebody may do with an item. */
export const itemRights = ({ permissions }: Actor) => ({
	mayPlay: permissions.has('library.play'),
	maySearch: permissions.has('search.use'),
	mayEdit: permissions.has('library.edit'),
	mayDelete: permissions.has('library.delete'),
	mayOpenProfiles: permissions.has('settings.manage')
});

interface Pictured {
	posterPath: string | null;
	backdropPath: string | null;
	credits: { photoPath: string | null }[];
}

/** Tints and blurs of everything a page shows, by the picture's name. */
export const picturesOf = (app: App, item: Pictured, more: (string | null | undefined)[] = []) =>
	Object.fromEntries(
		app.metadata.artwork.placeholders([
			item.posterPath,
			item.backdropPath,
			...item.credits.slice(0, 24).map(({ photoPath }) => photoPath),
			...more
		])
	);
