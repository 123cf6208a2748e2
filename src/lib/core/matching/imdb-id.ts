/** "tt0133093" from "133093", "tt133093" or "tt0133093"; undefined when it cannot be an id. */
export function imdbId(text: string): string | undefined {
	const digits = /^\s*(?:tt)?(\d{1,9})\s*$/i.exec(text)?.[1];
	return digits && Number(digits) > 0 ? `tt${digits.replace(/^0+/, '').padStart(7, '0')}` : undefined;
}
