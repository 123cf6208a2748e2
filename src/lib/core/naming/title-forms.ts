/** Signs that trouble file systems, scripts and media servers, left out; "&" spelled out; accents dropped from Latin. */
export function cleanTitle(title: string): string {
	return title
		.replace(/\s*&\s*/g, ' and ')
		.replace(/[/\\]/g, ' ')
		.normalize('NFD')
		.replace(/(?<=\p{Script=Latin}\p{Mn}*)\p{Mn}/gu, '')
		.normalize('NFC')
		.replace(/(?<=\s)[-_=](?=\s)|[,<>;:'"|`´’‘‚“”~!?@$%^*=]/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}

const leading = /^(the|a|an)\s+(.+)$/i;

/** "The River (2011)" becomes "River, The (2011)", so that shelves sort well. */
export function titleThe(title: string): string {
	const [, body = title, year = ''] = /^(.*?)(\s+\(\d{4}\))?$/.exec(title) ?? [];
	return `${body.replace(leading, '$2, $1')}${year}`;
}

export const withoutYear = (title: string): string => title.replace(/\s*\(\d{4}\)$/, '') || title;

export const withYear = (title: string, year: number | undefined): string =>
	year === undefined || title.endsWith(`(${year})`) ? title : `${withoutYear(title)} (${year})`;

/** The shelf a title stands on: its first letter, or "#" for numbers and "_" for signs. */
export function firstCharacter(title: string): string {
	const first = [...cleanTitle(titleThe(title))].find((char) => /[\p{L}\p{N}]/u.test(char));
	return first === undefined ? '_' : /\p{N}/u.test(first) ? '#' : first.toUpperCase();
}

/** "Part One (1)" and "Part One (2)" are one story; different titles are joined. */
export function joinTitles(titles: readonly string[]): string {
	const bare =
		titles.length > 1 ? titles.map((title) => title.replace(/\s*\((?:part\s*)?\d+\)$/i, '')) : titles;
	return [...new Set(bare.filter((title) => title.trim() !== ''))].join(' + ');
}
