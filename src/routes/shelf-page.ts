import type { App } from '#server/app.ts';

type List = App['library']['list'];

/** A page of a list with what stands for each poster until it is there. */
export function shelfPage(app: App, ...[kind, query, userId]: Parameters<List>) {
	const page = app.library.list(kind, query, userId);
	const pictures = app.metadata.artwork.placeholders(page.items.map(({ posterPath }) => posterPath));
	return {
		...page,
		items: page.items.map((item) => {
			const picture = item.posterPath ? pictures.get(item.posterPath) : undefined;
			return { ...item, tint: picture?.tint ?? null, blur: picture?.blur ?? null };
		})
	};
}
