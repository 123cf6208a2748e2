import { createCanvas, picture } from './canvas.ts';

/** A cameo: nobody's likeness, a head and shoulders in the light of the projector. */
export function drawPortrait(name: string, w: number): string {
	const h = Math.round(w * 1.5);
	const canvas = createCanvas(name, w, h);
	const { line, from, between, next } = canvas;
	const [cx, cy] = [w * between(0.46, 0.54), h * 0.42];
	const r = w * between(0.165, 0.185);
	const shade = `${cx - w * 0.44} ${h}`;
	const shoulders = `<path d="M${shade} C${cx - w * 0.42} ${h * 0.74} ${cx - w * 0.2} ${h * 0.69} ${cx - r * 0.45} ${h * 0.645} L${cx - r * 0.42} ${cy + r} H${cx + r * 0.42} L${cx + r * 0.45} ${h * 0.645} C${cx + w * 0.2} ${h * 0.69} ${cx + w * 0.42} ${h * 0.74} ${cx + w * 0.44} ${h} Z"/>`;
	const head = `<ellipse cx="${cx}" cy="${cy}" rx="${r}" ry="${r * 1.3}"/>`;
	const crowns = [
		`<ellipse cx="${cx}" cy="${cy - r * 0.62}" rx="${r * 1.1}" ry="${r * 0.86}"/>`,
		`<ellipse cx="${cx}" cy="${cy - r * 0.95}" rx="${r * 1.9}" ry="${r * 0.2}"/><path d="M${cx - r} ${cy - r * 0.95} q0 ${-r * 1.15} ${r} ${-r * 1.1} t${r} ${r * 1.1} Z"/>`,
		`<ellipse cx="${cx}" cy="${cy - r * 0.3}" rx="${r * 1.3}" ry="${r * 1.2}"/><circle cx="${cx - r * 1.05}" cy="${cy + r * 0.5}" r="${r * 0.5}"/><circle cx="${cx + r * 1.05}" cy="${cy + r * 0.5}" r="${r * 0.5}"/>`,
		`<ellipse cx="${cx + r * 0.16}" cy="${cy - r * 0.7}" rx="${r * 1.12}" ry="${r * 0.76}"/><path d="M${cx - r * 1.1} ${cy - r * 0.4} q${-r * 0.5} ${r * 1.8} ${r * 0.3} ${r * 2.4} h${r * 1.8} q${r * 0.8} ${-r * 0.7} ${r * 0.2} ${-r * 2.4} Z" opacity=".96"/>`,
		`<ellipse cx="${cx}" cy="${cy - r * 0.7}" rx="${r * 1.05}" ry="${r * 0.72}"/><circle cx="${cx}" cy="${cy - r * 1.6}" r="${r * 0.42}"/>`
	];
	const light = `<circle cx="${cx - w * 0.08}" cy="${cy - h * 0.02}" r="${w * 0.4}" fill="${line}" opacity=".85"/><circle cx="${cx - w * 0.08}" cy="${cy - h * 0.02}" r="${w * 0.47}" fill="none" stroke="${line}" stroke-width="${w / 180}" opacity=".6"/>`;
	return picture(
		canvas,
		`${light}<g fill="${from}">${shoulders}${head}${crowns[Math.floor(next() * crowns.length)]}</g>`
	);
}
