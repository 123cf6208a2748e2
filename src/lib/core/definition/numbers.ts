/** Numbers as people write them. Texts without any digit are 0. */

const units: [letters: string, factor: number][] = [
	['kb', 1024],
	['mb', 1024 ** 2],
	['gb', 1024 ** 3],
	['tb', 1024 ** 4]
];

export function parseSize(text: string): number {
	const letters = text
		.replace(/[^\p{L}]/gu, '')
		.replaceAll('i', '')
		.toLowerCase();
	const factor = units.find(([unit]) => letters.includes(unit))?.[1] ?? 1;
	return Math.trunc(parseDecimal(text) * factor);
}

/** A comma is a point; of several only the last separates the fraction. */
export function parseDecimal(text: string): number {
	const digits = text.replace(/[^\d.,]/g, '').replaceAll(',', '.');
	const last = digits.lastIndexOf('.');
	const number = last < 0 ? digits : digits.slice(0, last).replaceAll('.', '') + digits.slice(last);
	return Number(number === '.' ? 0 : number || 0);
}

/** Points and commas separate thousands wherever they stand. */
export function parseInteger(text: string): number {
	const digits = text.replace(/[^\d.,]/g, '');
	if (digits.includes('.') && digits.includes(',')) {
		const grouped = /^(\d{1,3}(?:,\d{3})*)\.0*$/.exec(digits);
		if (!grouped) throw new Error(`${JSON.stringify(text)} is not a whole number`);
		return Number(grouped[1]!.replaceAll(',', ''));
	}
	return Number(digits.replace(/[.,]/g, '') || 0);
}

export function parseId(text: string): number {
	return Number(/[0-9]+/.exec(text)?.[0] ?? 0);
}
