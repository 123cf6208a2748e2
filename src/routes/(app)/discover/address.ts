export type Wishes = Record<string, string | number | boolean | undefined>;

/** The address of the page with some wishes changed; what is empty or goes without saying is left out. */
export function addressOf(query: Wishes, change: Wishes): string {
	const all = { ...query, page: undefined, ...change };
	const said = Object.entries(all).filter(
		([, value]) => value !== undefined && value !== '' && value !== false
	);
	return `?${new URLSearchParams(said.map(([key, value]) => [key, String(value)]))}`;
}
