/** How many slips of the finger lie between two words: a letter wrong, missing, too much, or two that changed places. */
export function slips(a: string, b: string): number {
	let before: number[] = [];
	let above = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const line = [row];
		for (let column = 1; column <= b.length; column++) {
			const isSame = a[row - 1] === b[column - 1];
			const isTurned = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			line[column] = Math.min(
				above[column]! + 1,
				line[column - 1]! + 1,
				above[column - 1]! + (isSame ? 0 : 1),
				isTurned ? before[column - 2]! + 1 : Infinity
			);
		}
		before = above;
		above = line;
	}
	return above[b.length]!;
}
