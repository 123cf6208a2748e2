const layout: [go: string, net: string][] = [
	['2006', 'yyyy'],
	['06', 'yy'],
	['January', 'MMMM'],
	['Jan', 'MMM'],
	['01', 'MM'],
	['Monday', 'dddd'],
	['Mon', 'ddd'],
	['02', 'dd'],
	['2', 'd'],
	['05', 'ss'],
	['15', 'HH'],
	['03', 'hh'],
	['3', 'h'],
	['04', 'mm'],
	['4', 'm'],
	['5', 's'],
	['1', 'M'],
	['PM', 'tt'],
	['pm', 'tt']
];
const zones: [go: string, net: string][] = [
	['Z07:00', 'K'],
	['Z0700', 'K'],
	['Z07', 'K'],
	['-07:00', 'zzz'],
	['-0700', 'zzz'],
	['-07', 'zz']
];

/** Go's reference time (`Mon Jan 2 15:04:05 2006`) as a .NET format. */
export function fromGoLayout(format: string): string {
	const fractions = format.replace(
		/\.(0+|9+)/g,
		(_, run: string) => `.${(run[0] === '0' ? 'f' : 'F').repeat(run.length)}`
	);
	// Zones hold digits that other parts would take, so they are set aside first.
	const marked = zones.reduce(
		(text, [go], index) => text.replaceAll(go, String.fromCharCode(0xe000 + index)),
		fractions
	);
	const parts = layout.reduce((text, [go, net]) => text.replaceAll(go, net), marked);
	return parts.replace(/[\ue000-\ue0ff]/g, (mark) => zones[mark.charCodeAt(0) - 0xe000]![1]);
}
