import { many, type Canvas } from './canvas.ts';

type Scene = (canvas: Canvas) => string;
const n = (value: number) => value.toFixed(1);

/** A disc of light in bands, as a sun going down over the last row. */
const sun: Scene = ({ w, h, line, from, between }) => {
	const r = Math.min(w, h) * between(0.26, 0.34);
	const [cx, cy] = [w * between(0.4, 0.6), h * between(0.34, 0.44)];
	const bands = many(7, (index) => {
		const y = cy + r * (0.05 + index * 0.14);
		return `<rect x="${n(cx - r)}" y="${n(y)}" width="${n(r * 2)}" height="${n(r * 0.018 * (index + 1.4))}" fill="${from}"/>`;
	});
	return `<clipPath id="disc"><circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}"/></clipPath><circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r * 1.35)}" fill="${line}" opacity=".12"/><circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="${line}"/><g clip-path="url(#disc)">${bands}</g>`;
};

const moon: Scene = ({ w, h, line, from, between }) => {
	const r = Math.min(w, h) * between(0.2, 0.28);
	const [cx, cy] = [w * between(0.32, 0.68), h * between(0.26, 0.36)];
	const stars = many(
		40,
		() =>
			`<circle cx="${n(between(0, w))}" cy="${n(between(0, h * 0.62))}" r="${n(between(0.6, 2.4) * (w / 1000))}" fill="${line}" opacity="${between(0.3, 0.9).toFixed(2)}"/>`
	);
	return `${stars}<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r * 1.5)}" fill="${line}" opacity=".1"/><circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="${line}"/><circle cx="${n(cx + r * 0.42)}" cy="${n(cy - r * 0.16)}" r="${n(r * 0.86)}" fill="${from}" opacity=".93"/>${roofs({ w, h, from, between })}`;
};

const roofs = ({ w, h, from, between }: Pick<Canvas, 'w' | 'h' | 'from' | 'between'>) => {
	let x = -20;
	let path = `M0 ${h}`;
	while (x < w) {
		const width = w * between(0.08, 0.2);
		const top = h * between(0.7, 0.84);
		const peak = top - h * between(0.02, 0.09);
		path += ` L${n(x)} ${n(top)} L${n(x + width / 2)} ${n(peak)} L${n(x + width)} ${n(top)}`;
		x += width;
	}
	return `<path d="${path} L${w} ${h} Z" fill="${from}" opacity=".92"/>`;
};

/** Arches one behind the other, towards a light. */
const arches: Scene = ({ w, h, line, to, between }) => {
	const cx = w * between(0.42, 0.58);
	return many(8, (index) => {
		const half = w * (0.52 - index * 0.06);
		const top = h * (0.08 + index * 0.052);
		const fill = index === 7 ? line : to;
		return `<path d="M${n(cx - half)} ${h} V${n(top + half)} A${n(half)} ${n(half)} 0 0 1 ${n(cx + half)} ${n(top + half)} V${h} Z" fill="${fill}" opacity="${index === 7 ? 0.9 : 0.3}" stroke="${line}" stroke-width="${w / 500}" stroke-opacity=".5"/>`;
	});
};

/** The beam of the projector. */
const beam: Scene = ({ w, h, line, between }) => {
	const [x, y] = [w * between(-0.05, 0.12), h * between(0.06, 0.16)];
	const rays = many(9, (index) => {
		const a = h * (0.3 + index * 0.075);
		return `<path d="M${n(x)} ${n(y)} L${n(w * 1.1)} ${n(a)} L${n(w * 1.1)} ${n(a + h * between(0.02, 0.07))} Z" fill="${line}" opacity="${between(0.14, 0.42).toFixed(2)}"/>`;
	});
	const dust = many(
		50,
		() =>
			`<circle cx="${n(between(w * 0.2, w))}" cy="${n(between(h * 0.15, h * 0.85))}" r="${n(between(0.8, 3) * (w / 1000))}" fill="${line}" opacity=".5"/>`
	);
	return `${rays}${dust}<circle cx="${n(x)}" cy="${n(y)}" r="${n(w * 0.06)}" fill="${line}"/>`;
};

const fan: Scene = ({ w, h, line, between }) => {
	const cx = w * between(0.45, 0.55);
	const cy = h * 0.62;
	const r = Math.min(w * 0.62, h * 0.6);
	const blades = many(15, (index) => {
		const a = Math.PI * (1 + index / 15);
		const b = Math.PI * (1 + (index + 0.72) / 15);
		const at = (angle: number, radius: number) =>
			`${n(cx + Math.cos(angle) * radius)} ${n(cy + Math.sin(angle) * radius)}`;
		return `<path d="M${at(a, r * 0.16)} L${at(a, r)} A${n(r)} ${n(r)} 0 0 1 ${at(b, r)} L${at(b, r * 0.16)} Z" fill="${line}" opacity="${(0.28 + 0.05 * (index % 5)).toFixed(2)}"/>`;
	});
	return `${blades}<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r * 0.13)}" fill="${line}"/>`;
};

const curtain: Scene = ({ w, h, line, from, between }) => {
	const folds = 9;
	const draw = (side: 1 | -1) =>
		many(folds, (index) => {
			const width = (w * 0.4) / folds;
			const x = side === 1 ? index * width : w - (index + 1) * width;
			const bottom = h * (0.98 - index * 0.022 - between(0, 0.015));
			return `<path d="M${n(x)} 0 H${n(x + width)} V${n(bottom)} Q${n(x + width / 2)} ${n(bottom + h * 0.03)} ${n(x)} ${n(bottom)} Z" fill="${index % 2 ? from : line}" opacity="${index % 2 ? 0.85 : 0.34}"/>`;
		});
	return `<ellipse cx="${w / 2}" cy="${n(h * 0.46)}" rx="${n(w * 0.17)}" ry="${n(h * 0.3)}" fill="${line}" opacity=".28"/><circle cx="${w / 2}" cy="${n(h * 0.43)}" r="${n(Math.min(w, h) * 0.09)}" fill="${line}"/>${draw(1)}${draw(-1)}`;
};

/** Tall houses with a few windows lit. */
const skyline: Scene = ({ w, h, line, from, to, between }) => {
	const row = (base: number, opacity: number, fill: string, lit: boolean) => {
		let x = 0;
		let out = '';
		while (x < w) {
			const width = w * between(0.06, 0.14);
			const top = h * (base + between(-0.16, 0.1));
			out += `<rect x="${n(x)}" y="${n(top)}" width="${n(width - w * 0.006)}" height="${n(h - top)}" fill="${fill}" opacity="${opacity}"/>`;
			if (lit)
				out += many(10, () => {
					const [column, floor] = [Math.floor(between(0, 4)), Math.floor(between(0, 14))];
					return `<rect x="${n(x + width * (0.12 + column * 0.2))}" y="${n(top + h * (0.02 + floor * 0.028))}" width="${n(width * 0.1)}" height="${n(h * 0.012)}" fill="${line}" opacity=".85"/>`;
				});
			x += width;
		}
		return out;
	};
	return `<circle cx="${n(w * between(0.25, 0.75))}" cy="${n(h * 0.26)}" r="${n(Math.min(w, h) * 0.12)}" fill="${line}" opacity=".8"/>${row(0.46, 0.55, to, false)}${row(0.62, 0.95, from, true)}`;
};

const mountains: Scene = ({ w, h, line, from, to, between }) => {
	const ridge = (base: number, rough: number) => {
		let path = `M0 ${h} L0 ${n(h * base)}`;
		for (let step = 1; step <= 7; step++)
			path += ` L${n((w * step) / 7)} ${n(h * (base + between(-rough, rough)))}`;
		return `${path} L${w} ${h} Z`;
	};
	const r = Math.min(w, h) * 0.15;
	return `<circle cx="${n(w * between(0.3, 0.7))}" cy="${n(h * 0.3)}" r="${n(r)}" fill="${line}"/><path d="${ridge(0.5, 0.11)}" fill="${line}" opacity=".28"/><path d="${ridge(0.62, 0.08)}" fill="${to}" opacity=".9"/><path d="${ridge(0.74, 0.05)}" fill="${from}"/>`;
};

const waves: Scene = ({ w, h, line, from, between }) => {
	const rows = many(11, (index) => {
		const y = h * (0.42 + index * 0.055);
		const swing = h * between(0.012, 0.03);
		const step = w / 4;
		const phase = between(-step, 0);
		const path = many(
			6,
			(part) => ` q${n(step / 4)} ${n(part % 2 ? swing : -swing)} ${n(step / 2)} 0 t${n(step / 2)} 0`
		);
		return `<path d="M${n(phase - step)} ${n(y)}${path} V${h} H0 Z" fill="${index % 2 ? line : from}" opacity="${index % 2 ? 0.16 : 0.4}"/>`;
	});
	return `<circle cx="${n(w * between(0.3, 0.7))}" cy="${n(h * 0.3)}" r="${n(Math.min(w, h) * 0.14)}" fill="none" stroke="${line}" stroke-width="${n(w / 90)}"/>${rows}`;
};

/** Light through blinds, as in an office at night. */
const blinds: Scene = ({ w, h, line, from, between }) => {
	const tilt = between(-16, -8);
	const slats = many(
		16,
		(index) =>
			`<rect x="${n(-w * 0.3)}" y="${n(h * (0.04 + index * 0.056))}" width="${n(w * 1.6)}" height="${n(h * 0.022)}" fill="${line}" opacity="${(0.6 - index * 0.028).toFixed(2)}"/>`
	);
	const x = w * between(0.56, 0.7);
	const u = Math.min(w, h);
	// A man with a hat, seen from behind.
	const man = `<g fill="${from}"><ellipse cx="${n(x)}" cy="${n(h * 0.5)}" rx="${n(u * 0.105)}" ry="${n(u * 0.13)}"/><ellipse cx="${n(x)}" cy="${n(h * 0.5 - u * 0.09)}" rx="${n(u * 0.2)}" ry="${n(u * 0.03)}"/><path d="M${n(x - u * 0.115)} ${n(h * 0.5 - u * 0.09)} q${n(u * 0.01)} ${n(-u * 0.13)} ${n(u * 0.115)} ${n(-u * 0.12)} q${n(u * 0.105)} ${n(-u * 0.01)} ${n(u * 0.115)} ${n(u * 0.12)} Z"/><path d="M${n(x - u * 0.34)} ${h} Q${n(x - u * 0.32)} ${n(h * 0.5 + u * 0.13)} ${n(x)} ${n(h * 0.5 + u * 0.1)} Q${n(x + u * 0.32)} ${n(h * 0.5 + u * 0.13)} ${n(x + u * 0.34)} ${h} Z"/></g>`;
	return `<g transform="rotate(${n(tilt)} ${w / 2} ${h / 2})">${slats}</g>${man}`;
};

const stairs: Scene = ({ w, h, line, from, between }) => {
	const steps = 9;
	const flip = between(0, 1) > 0.5;
	const body = many(steps, (index) => {
		const x = (w / steps) * index;
		const y = h * (0.86 - index * 0.07);
		return `<rect x="${n(x)}" y="${n(y)}" width="${n(w - x)}" height="${n(h - y)}" fill="${from}" opacity=".5"/><rect x="${n(x)}" y="${n(y)}" width="${n(w / steps)}" height="${n(h * 0.006)}" fill="${line}"/>`;
	});
	const door = `<path d="M${n(w * 0.76)} ${n(h * 0.3)} V${n(h * 0.13)} a${n(w * 0.09)} ${n(w * 0.09)} 0 0 1 ${n(w * 0.18)} 0 V${n(h * 0.3)} Z" fill="${line}" opacity=".92"/><path d="M${n(w * 0.76)} ${n(h * 0.3)} L${n(w * 0.1)} ${h} H${n(w * 0.55)} L${n(w * 0.94)} ${n(h * 0.3)} Z" fill="${line}" opacity=".14"/>`;
	return `<g${flip ? ` transform="translate(${w} 0) scale(-1 1)"` : ''}>${body}${door}</g>`;
};

/** A world with rings, and its small neighbours. */
const planet: Scene = ({ w, h, line, to, from, between }) => {
	const r = Math.min(w, h) * between(0.22, 0.28);
	const [cx, cy] = [w * between(0.42, 0.58), h * 0.38];
	const stars = many(
		70,
		() =>
			`<circle cx="${n(between(0, w))}" cy="${n(between(0, h))}" r="${n(between(0.5, 2) * (w / 1000))}" fill="${line}" opacity="${between(0.2, 0.9).toFixed(2)}"/>`
	);
	const ring = (part: string) => `<g transform="rotate(-18 ${n(cx)} ${n(cy)})">${part}</g>`;
	const ellipse = (grow: number, width: number) =>
		`<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(r * grow)}" ry="${n(r * grow * 0.27)}" fill="none" stroke="${line}" stroke-width="${n(width)}" opacity=".75"/>`;
	return `${stars}${ring(ellipse(1.75, w / 60) + ellipse(1.5, w / 150))}<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="${to}"/><circle cx="${n(cx - r * 0.16)}" cy="${n(cy - r * 0.16)}" r="${n(r * 0.82)}" fill="${line}" opacity=".4"/><clipPath id="front"><rect x="0" y="${n(cy)}" width="${w}" height="${h}"/></clipPath>${ring(`<g clip-path="url(#front)">${ellipse(1.75, w / 60)}${ellipse(1.5, w / 150)}</g>`)}<circle cx="${n(w * between(0.12, 0.88))}" cy="${n(h * 0.68)}" r="${n(r * 0.16)}" fill="${line}" stroke="${from}" stroke-width="3"/>`;
};

const eye: Scene = ({ w, h, line, from, to }) => {
	const [cx, cy] = [w / 2, h * 0.4];
	const r = Math.min(w * 0.44, h * 0.4);
	const rays = many(36, (index) => {
		const a = (Math.PI * 2 * index) / 36;
		return `<line x1="${n(cx + Math.cos(a) * r * 0.34)}" y1="${n(cy + Math.sin(a) * r * 0.34)}" x2="${n(cx + Math.cos(a) * r * 1.3)}" y2="${n(cy + Math.sin(a) * r * 1.3)}" stroke="${line}" stroke-width="${n(w / 330)}" opacity=".35"/>`;
	});
	return `${rays}<path d="M${n(cx - r)} ${n(cy)} Q${n(cx)} ${n(cy - r * 0.92)} ${n(cx + r)} ${n(cy)} Q${n(cx)} ${n(cy + r * 0.92)} ${n(cx - r)} ${n(cy)} Z" fill="${line}" opacity=".92"/><circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r * 0.4)}" fill="${to}"/><circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r * 0.22)}" fill="${from}"/><circle cx="${n(cx + r * 0.1)}" cy="${n(cy - r * 0.1)}" r="${n(r * 0.06)}" fill="${line}"/>`;
};

/** Paper lanterns, or the bulbs of a marquee. */
const lanterns: Scene = ({ w, h, line, from, between }) =>
	many(7, (index) => {
		const x = w * (0.1 + index * 0.135);
		const length = h * between(0.12, 0.46);
		const r = Math.min(w, h) * between(0.05, 0.085);
		return `<line x1="${n(x)}" y1="0" x2="${n(x)}" y2="${n(length)}" stroke="${line}" stroke-width="${n(w / 500)}"/><circle cx="${n(x)}" cy="${n(length + r)}" r="${n(r * 1.9)}" fill="${line}" opacity=".13"/><ellipse cx="${n(x)}" cy="${n(length + r)}" rx="${n(r)}" ry="${n(r * 1.18)}" fill="${line}"/>${many(4, (rib) => `<ellipse cx="${n(x)}" cy="${n(length + r)}" rx="${n(r * (0.25 + rib * 0.25))}" ry="${n(r * 1.18)}" fill="none" stroke="${from}" stroke-width="${n(w / 600)}" opacity=".45"/>`)}`;
	});

/** Hills in the paper cut manner of picture books. */
const hills: Scene = ({ w, h, line, from, to, between }) => {
	const hill = (y: number, fill: string, opacity: number) =>
		`<ellipse cx="${n(w * between(0.1, 0.9))}" cy="${n(h * y + h * 0.4)}" rx="${n(w * between(0.7, 0.95))}" ry="${n(h * 0.4)}" fill="${fill}" opacity="${opacity}"/>`;
	const clouds = many(3, () => {
		const [x, y, r] = [
			between(w * 0.1, w * 0.8),
			between(h * 0.1, h * 0.34),
			Math.min(w, h) * between(0.03, 0.055)
		];
		return `<g fill="${line}" opacity=".55"><circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}"/><circle cx="${n(x + r * 1.3)}" cy="${n(y + r * 0.25)}" r="${n(r * 0.8)}"/><circle cx="${n(x - r * 1.2)}" cy="${n(y + r * 0.3)}" r="${n(r * 0.7)}"/><rect x="${n(x - r * 1.8)}" y="${n(y + r * 0.3)}" width="${n(r * 3.8)}" height="${n(r * 0.72)}" rx="${n(r * 0.36)}"/></g>`;
	});
	const [tx, ty] = [w * between(0.25, 0.75), h * 0.58];
	const u = Math.min(w, h);
	const tree = `<rect x="${n(tx - u * 0.012)}" y="${n(ty)}" width="${n(u * 0.024)}" height="${n(u * 0.16)}" fill="${from}"/><circle cx="${n(tx)}" cy="${n(ty - u * 0.04)}" r="${n(u * 0.1)}" fill="${from}"/><circle cx="${n(tx + u * 0.06)}" cy="${n(ty + u * 0.02)}" r="${n(u * 0.065)}" fill="${from}"/>`;
	return `<circle cx="${n(w * between(0.2, 0.8))}" cy="${n(h * 0.3)}" r="${n(u * 0.12)}" fill="${line}"/>${clouds}${hill(0.58, line, 0.35)}${tree}${hill(0.66, to, 1)}${hill(0.78, from, 0.95)}`;
};

const byGenre: Record<string, Scene[]> = {
	Horror: [moon, arches, stairs, eye, moon],
	Crime: [blinds, skyline, stairs, blinds],
	Mystery: [stairs, blinds, eye, arches],
	Thriller: [stairs, skyline, blinds],
	Western: [mountains, sun],
	War: [beam, waves, sun],
	'Science Fiction': [planet, skyline, beam],
	'Sci-Fi & Fantasy': [planet, lanterns, beam],
	Fantasy: [moon, curtain, planet],
	Animation: [hills, hills, fan, lanterns],
	Family: [hills, fan],
	Comedy: [fan, sun, curtain, fan],
	Romance: [waves, curtain, lanterns],
	Music: [fan, curtain],
	Adventure: [mountains, waves, sun],
	Documentary: [eye, beam],
	History: [arches, sun],
	Drama: [skyline, waves, beam, mountains],
	Talk: [beam, curtain]
};
const all = [
	sun,
	moon,
	arches,
	beam,
	fan,
	curtain,
	skyline,
	mountains,
	waves,
	blinds,
	stairs,
	planet,
	eye,
	lanterns,
	hills
];

/** A scene that suits the first genres, the same one for the same canvas. */
export function sceneFor(canvas: Canvas, genres: readonly string[]): string {
	const fitting = genres.slice(0, 2).flatMap((genre) => byGenre[genre] ?? []);
	const choice = fitting.length > 0 ? fitting : all;
	return choice[Math.floor(canvas.next() * choice.length)]!(canvas);
}

/** Any scene: stills of one show should differ. */
export const anyScene = (canvas: Canvas): string => all[Math.floor(canvas.next() * all.length)]!(canvas);
