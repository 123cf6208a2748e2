import { page } from '#server/platform/web.ts';
import { libraryLoad, libraryQuery } from '../../library-load.ts';

export const load = page(
	{ access: 'library.read', topics: ['library', 'jobs'], query: libraryQuery },
	(context) => libraryLoad('series', context)
);
