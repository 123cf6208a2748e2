import { contrast, oklch } from '../color/contrast.ts';

export type Motif = 'sun' | 'fan' | 'arches' | 'beam' | 'facets' | 'moon' | 'curtain' | 'horizon';

/** How the cover of an item without artwork is drawn; the same title always gives the same cover. */
export interface CoverDesign {
	/** The two tones, as '#rrggbb'. */
	from: string;
	to: string;
	/** Title; at least AA on both tones. */
	ink: string;
	/** The drawing's line. */
	line: string;
	motif: Motif;
	/** 0 to 1, varies the drawing. */
	turn: number;
	/** Font size of the title as a percentage of the cover's width. */
	titleSize: number;
}

const motifs: readonly Motif[] = ['sun', 'fan', 'arches', 'beam', 'facets', 'moon', 'curtain', 'horizon'];

/** Pairs of hues that have hung together on posters before: dark tone, lit tone, chroma. */
const duotones: readonly [dark: number, lit: number, chroma: number][] = [
	[12, 45, 0.1], // wine and copper
	[350, 15, 0.11], // plum and rose
	[285, 335, 0.1], // aubergine and orchid
	[250, 205, 0.075], // night and lagoon
	[200, 165, 0.065], // petrol and verdigris
	[160, 120, 0.07], // bottle green and moss
	[65, 85, 0.085], // tobacco and brass
	[30, 65, 0.1], // brick and amber
	[265, 300, 0.095], // ink and violet
	[225, 60, 0.07], // dusk: blue into lamp light
	[320, 50, 0.085] // mulberry into apricot
];

/** FNV-1a: small, even, and the same everywhere. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	}
	value ^= value >>> 15;
	value = Math.imul(value, 0x2c1b3c6d);
	return (value ^ (value >>> 13)) >>> 0;
}

export function coverOf(title: string): CoverDesign {
	const seed = hash(title.trim().toLowerCase());
	const [dark, lit, chroma] = duotones[seed % duotones.length] ?? [12, 45, 0.1];
	const onPaper = (seed >>> 8) % 5 === 0;
	const from = onPaper ? oklch(0.87, chroma * 0.45, lit) : oklch(0.25, chroma * 0.75, dark);
	const to = onPaper ? oklch(0.76, chroma * 0.85, dark) : oklch(0.44, chroma, lit);
	return {
		from,
		to,
		ink: legible(onPaper ? dark : lit, onPaper, [from, to]),
		line: onPaper ? oklch(0.45, chroma, dark) : oklch(0.8, chroma * 0.8, lit),
		motif: motifs[(seed >>> 12) % motifs.length] ?? 'sun',
		turn: ((seed >>> 17) % 1000) / 1000,
		titleSize: titleSize(title)
	};
}

/** Moves the ink away from the grounds until it is AA on both. */
function legible(hue: number, dark: boolean, grounds: readonly string[]): string {
	for (let step = 0; step < 20; step++) {
		const ink = dark ? oklch(0.28 - step * 0.014, 0.05, hue) : oklch(0.92 + step * 0.004, 0.03, hue);
		if (grounds.every((ground) => contrast(ink, ground) >= 4.5)) return ink;
	}
	return dark ? '#000000' : '#ffffff';
}

/** As large as the longest word and the number of lines allow. */
function titleSize(title: string): number {
	const longest = Math.max(1, ...title.split(/[\s-]+/).map((word) => [...word].length));
	const size = Math.min(19, 150 / longest, 62 / Math.sqrt(Math.max(1, title.length)));
	return Math.round(Math.max(6.5, size) * 10) / 10;
}
