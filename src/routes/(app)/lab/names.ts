export const maxNames = 200;
const maxLength = 2000;
/** A longer list does not fit into an address that every program passes on. */
export const maxAddress = 1800;

export interface Names {
	names: string[];
	/** Lines that were left out because they are too long. */
	tooLong: number;
	/** Lines beyond the bound. */
	beyond: number;
}

/** One name a line. */
export function namesIn(text: string): Names {
	const lines = text
		.split(/\r\n?|\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const fitting = lines.filter((line) => line.length <= maxLength);
	return {
		names: fitting.slice(0, maxNames),
		tooLong: lines.length - fitting.length,
		beyond: Math.max(0, fitting.length - maxNames)
	};
}

export const kinds = ['movie', 'series'] as const;
export type Kind = (typeof kinds)[number];

export interface Asked {
	text: string;
	kind: Kind | undefined;
	profileId: string;
}

/** The address that leads back to what was asked; undefined when the list is too long for one. */
export function addressOf({ text, kind, profileId }: Asked): string | undefined {
	const { names } = namesIn(text);
	const query = new URLSearchParams();
	if (names.length > 0) query.set('names', names.join('\n').toWellFormed());
	if (kind) query.set('kind', kind);
	if (profileId) query.set('profile', profileId);
	const address = query.size > 0 ? `/lab?${query}` : '/lab';
	return address.length <= maxAddress ? address : undefined;
}
