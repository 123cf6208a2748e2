import { page } from '#server/platform/web.ts';

export const load = page({ access: 'library.read', topics: ['library'] }, ({ app }) => {
	const collections = app.library.pages.collections();
	return {
		collections,
		pictures: Object.fromEntries(
			app.metadata.artwork.placeholders(collections.slice(0, 200).map(({ posterPath }) => posterPath))
		)
	};
});
