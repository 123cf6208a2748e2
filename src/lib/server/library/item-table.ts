import type { ItemKind } from './schema/folders.ts';

/** Where films and series are kept. */
export const tableOf = { movie: 'movies', series: 'series' } as const satisfies Record<ItemKind, string>;
