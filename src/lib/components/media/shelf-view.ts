export type ShelfView = 'posters' | 'table';
export const viewCookieName = 'bijou-view';

export const viewOf = (cookie: string | undefined): ShelfView => (cookie === 'table' ? 'table' : 'posters');

/** Remembered by the browser, so that the server draws the right one at once. */
export const viewCookie = (view: ShelfView): string =>
	`${viewCookieName}=${view}; path=/; max-age=${365 * 86_400}; samesite=lax`;
