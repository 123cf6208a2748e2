const firstMs = 500;
const longestMs = 30_000;

/** Doubles up to half a minute; the jitter keeps a house full of tabs from coming back all at once. */
export function reconnectDelay(attempt: number, random: number): number {
	return Math.round(Math.min(longestMs, firstMs * 2 ** attempt) * (0.5 + random / 2));
}
