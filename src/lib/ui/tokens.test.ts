import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast } from '#core/color/contrast.ts';

const css = readFileSync(new URL('../../app.css', import.meta.url), 'utf8');

/** Value of a token on the light and on the dark side. */
function token(name: string): { light: string; dark: string } {
	const pair = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
	const single = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1];
	const [light, dark] = pair ? [pair[1], pair[2]] : [single, single];
	if (!light || !dark) throw new Error(`app.css has no plain colour --${name}`);
	return { light, dark };
}

const grounds = ['paper', 'wings', 'surface', 'raised', 'overlay'];
const writing = ['ink', 'ink-soft', 'ink-faint', 'brass-ink', 'good', 'warn', 'bad'];
const fills: [ink: string, ground: string][] = [
	['on-brass', 'brass'],
	['on-brass', 'brass-bright']
];
const written = [...writing.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)), ...fills];

test.each(written)('%s is readable on %s in both themes', (ink, ground) => {
	for (const side of ['light', 'dark'] as const)
		expect(contrast(token(ink)[side], token(ground)[side]), side).toBeGreaterThanOrEqual(4.5);
});

test.each(grounds)('the edge of a control can be seen on %s in both themes', (ground) => {
	for (const side of ['light', 'dark'] as const)
		expect(contrast(token('control')[side], token(ground)[side]), side).toBeGreaterThanOrEqual(3);
});
