import { coverOf } from '#core/text/cover.ts';

export interface Canvas {
	w: number;
	h: number;
	/** Ground from dark to lit, ink for letters, line for drawing. */
	from: string;
	to: string;
	ink: string;
	line: string;
	/** 0 to 1, the same row of numbers for the same name. */
	next(): number;
	between(low: number, high: number): number;
}

/** The colours of `palette`, drawn as `name` has it. */
export function createCanvas(name: string, w: number, h: number, palette = name): Canvas {
	const { from, to, ink, line } = coverOf(palette);
	let state = [...name].reduce((sum, letter) => Math.imul(sum ^ letter.codePointAt(0)!, 0x9e3779b1), 7) >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	return { w, h, from, to, ink, line, next, between: (low, high) => low + next() * (high - low) };
}

/** The colours of a title's poster, or their like where that is printed on pale paper: wide pictures stand behind text. */
export const duskOf = (title: string): string =>
	parseInt(coverOf(title).from.slice(1, 3), 16) < 0x80 ? title : duskOf(`${title} at dusk`);

export const many = (count: number, draw: (index: number) => string) =>
	Array.from({ length: count }, (_, index) => draw(index)).join('');

/** The whole drawing: ground, scene, dusk at the edges, what stands on it. */
export function picture(canvas: Canvas, scene: string, over = '', dusk = 0.55): string {
	const { w, h, from, to } = canvas;
	const turn = Math.round(canvas.between(-20, 20));
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">
<defs><linearGradient id="ground" x1="0" y1="0" x2="0" y2="1" gradientTransform="rotate(${turn} .5 .5)"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>
<radialGradient id="dusk" cx=".5" cy=".42" r=".85"><stop offset=".45" stop-color="#0d0709" stop-opacity="0"/><stop offset="1" stop-color="#0d0709" stop-opacity="${dusk}"/></radialGradient></defs>
<rect width="${w}" height="${h}" fill="url(#ground)"/>${scene}<rect width="${w}" height="${h}" fill="url(#dusk)"/>${over}</svg>`;
}
