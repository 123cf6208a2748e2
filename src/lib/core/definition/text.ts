/** Text rules of the format. They are those of .NET, which differ from JavaScript's in small ways. */

const blank = /^[\t-\r\x85\p{Z}]$/u;
const isSpace = (char: string) =>
	char < '\x7f' ? char === ' ' || (char >= '\t' && char <= '\r') : blank.test(char);

export function isBlank(text: string): boolean {
	for (const char of text) if (!isSpace(char)) return false;
	return true;
}

export function trim(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && isSpace(text[start]!)) start++;
	while (end > start && isSpace(text[end - 1]!)) end--;
	return text.slice(start, end);
}

export function trimChar(text: string, char: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && text[start] === char) start++;
	while (end > start && text[end - 1] === char) end--;
	return text.slice(start, end);
}

/** Character by character: what would become two letters stays. */
const single = (text: string, change: (char: string) => string) =>
	Array.from(text, (char) => {
		const changed = change(char);
		return changed.length === char.length ? changed : char;
	}).join('');

export const lower = (text: string): string => single(text, (char) => char.toLowerCase());
export const upper = (text: string): string => single(text, (char) => char.toUpperCase());

const wordBreaks = /[, /)(.;[\]"|:]+/;

/** The words of a list written by people: `Action, Sci-Fi | Drama`. */
export const splitWords = (text: string): string[] => text.split(wordBreaks).filter((word) => word !== '');

export function withoutDiacritics(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.normalize('NFC');
}
