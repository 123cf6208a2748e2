const longest = 60;
const largest = 99_999;

/** "1-3, 5" or "E04E05" -> numbers in order; undefined when it cannot be read. */
export function readEpisodes(text: string): number[] | undefined {
	const found = new Set<number>();
	const pieces = text
		.trim()
		.replace(/\s*[-–—]\s*/g, '-')
		.split(/[\s,;+&]+|(?<=\d)(?=[eE]\d)/)
		.filter((piece) => piece !== '');
	for (const piece of pieces) {
		const match = /^e?(\d{1,5})(?:-e?(\d{1,5}))?$/i.exec(piece);
		if (!match) return undefined;
		const from = Number(match[1]);
		const to = match[2] === undefined ? from : Number(match[2]);
		if (to < from || to > largest || to - from >= longest) return undefined;
		for (let number = from; number <= to; number++) found.add(number);
	}
	return found.size > longest ? undefined : [...found].toSorted((a, b) => a - b);
}

/** [1, 2, 3, 5] -> "1-3, 5" */
export function writeEpisodes(numbers: readonly number[]): string {
	const runs: [number, number][] = [];
	for (const number of numbers.toSorted((a, b) => a - b)) {
		const last = runs.at(-1);
		if (last && number === last[1] + 1) last[1] = number;
		else runs.push([number, number]);
	}
	return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}
