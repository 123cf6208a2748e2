import { createCanvas, picture, type Canvas } from './canvas.ts';
import { breakLines, escapeXml, widthOf } from './lettering.ts';
import { sceneFor } from './scenes.ts';

export interface Billing {
	title: string;
	year: string;
	by: string;
	cast: string[];
	genres: string[];
	/** Sets one picture of a title apart from another. */
	seed?: string;
}

interface Style {
	face: 'black' | 'plain';
	family: string;
	slant: string;
	upper: boolean;
}

const styles: Style[] = [
	{ face: 'black', family: 'Fraunces Black', slant: 'normal', upper: false },
	{ face: 'black', family: 'Fraunces Black', slant: 'normal', upper: true },
	{ face: 'plain', family: 'Fraunces', slant: 'normal', upper: false },
	{ face: 'plain', family: 'Fraunces', slant: 'italic', upper: false },
	{ face: 'plain', family: 'Fraunces Light', slant: 'normal', upper: true }
];

/** Only what the face has letters for. */
const isLatin = (text: string) => /^[\u0020-\u024f\u2010-\u2026]*$/.test(text);

function setTitle(
	canvas: Canvas,
	title: string,
	style: Style
): { svg: string; height: number; lines: number } {
	const { w, ink } = canvas;
	const text = style.upper ? title.toUpperCase() : title;
	const lines = breakLines(text, 8.2, style.face);
	const longest = Math.max(...lines.map((line) => widthOf(line, style.face)));
	const size = Math.min(w * 0.19, (w * 0.84) / longest);
	const gap = size * 1.02;
	const svg = lines
		.map(
			(line, index) =>
				`<text x="${w / 2}" y="${(index * gap + size * 0.8).toFixed(1)}" text-anchor="middle" font-family="${style.family}" font-style="${style.slant}" font-size="${size.toFixed(1)}" fill="${ink}">${escapeXml(line)}</text>`
		)
		.join('');
	return { svg, height: gap * lines.length, lines: lines.length };
}

const small = (canvas: Canvas, text: string, y: number, spacing = 0.16) => {
	const size = Math.min(
		canvas.w * 0.03,
		(canvas.w * 0.84) / (widthOf(text, 'plain') + text.length * spacing)
	);
	return `<text x="${canvas.w / 2}" y="${y.toFixed(1)}" text-anchor="middle" font-family="Fraunces" font-size="${size.toFixed(1)}" letter-spacing="${(size * spacing).toFixed(2)}" fill="${canvas.ink}" opacity=".88">${escapeXml(text)}</text>`;
};

export function drawPoster(billing: Billing, w: number): string {
	const h = Math.round(w * 1.5);
	const canvas = createCanvas(`${billing.title} ${billing.seed ?? billing.year}`, w, h);
	const scene = sceneFor(canvas, billing.genres);
	const style = styles[Math.floor(canvas.next() * styles.length)]!;
	const title = setTitle(canvas, billing.title, style);
	const onTop = canvas.next() > 0.72;
	const y = onTop ? h * 0.075 : h * 0.885 - title.height;
	const credit = billing.by && isLatin(billing.by) ? billing.by.toUpperCase() : '';
	const shade = `<linearGradient id="foot" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${canvas.from}" stop-opacity="0"/><stop offset="1" stop-color="${canvas.from}" stop-opacity=".92"/></linearGradient>`;
	const foot = onTop
		? `<rect width="${w}" height="${(h * 0.5).toFixed(0)}" fill="url(#foot)" transform="translate(0 ${(h * 0.5).toFixed(0)}) scale(1 -1)"/>`
		: `<rect y="${(h * 0.45).toFixed(0)}" width="${w}" height="${(h * 0.55).toFixed(0)}" fill="url(#foot)"/>`;
	const top = onTop
		? `<g transform="translate(0 0)">${foot.replace(/translate\([^)]*\)/, `translate(0 ${(h * 0.5).toFixed(0)})`)}</g>`
		: foot;
	const names = billing.cast.filter(isLatin).slice(0, 3).join('   ·   ');
	const lower = onTop
		? small(canvas, names || billing.year, h * 0.955, 0.04)
		: small(canvas, [credit, billing.year].filter(Boolean).join('  ·  '), h * 0.94);
	const upper = onTop
		? small(canvas, [credit, billing.year].filter(Boolean).join('  ·  '), h * 0.055)
		: names
			? small(canvas, names, h * 0.06, 0.04)
			: '';
	const frame =
		canvas.next() > 0.6
			? `<rect x="${w * 0.028}" y="${w * 0.028}" width="${w * 0.944}" height="${h - w * 0.056}" fill="none" stroke="${canvas.ink}" stroke-width="${(w / 420).toFixed(2)}" opacity=".55"/>`
			: '';
	return picture(
		canvas,
		`<defs>${shade}</defs>${scene}${top}`,
		`${frame}<g transform="translate(0 ${y.toFixed(1)})">${title.svg}</g>${upper}${lower}`,
		0.4
	);
}
