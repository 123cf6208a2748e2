const narrow = /[iljtfrI.,:;'’!|\s-]/;
const wide = /[mwMWQO@—]/;

/** About how wide a line is in ems of the display face. */
export const widthOf = (text: string, face: 'black' | 'plain') =>
	[...text].reduce(
		(sum, letter) =>
			sum + (narrow.test(letter) ? 0.34 : wide.test(letter) ? 0.92 : /[A-Z]/.test(letter) ? 0.72 : 0.56),
		0
	) * (face === 'black' ? 1.13 : 1);

/** Breaks a title into lines of about the same length, as few as its size allows. */
export function breakLines(title: string, most: number, face: 'black' | 'plain' = 'plain'): string[] {
	const words = title.split(' ');
	for (let count = 1; ; count++) {
		const ideal = widthOf(title, face) / count;
		const lines: string[] = [''];
		for (const word of words) {
			const line = lines.at(-1)!;
			const longer = line ? `${line} ${word}` : word;
			const isFull = line !== '' && widthOf(longer, face) > Math.max(ideal * 1.12, 3);
			if (isFull) lines.push(word);
			else lines[lines.length - 1] = longer;
		}
		if (count >= words.length || lines.every((line) => widthOf(line, face) <= most)) return lines;
	}
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign]!);
