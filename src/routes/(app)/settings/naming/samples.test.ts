import { expect, test } from 'vitest';
import { namingPresets } from '#core/naming/presets.ts';
import { defaultStyle } from '#core/naming/naming-style.ts';
import { samples } from './samples.ts';

test.each(namingPresets.map((preset) => [preset.id, preset] as const))(
	'%s names every sample',
	(_, preset) => {
		const paths = samples(preset.formats, defaultStyle).map(({ path }) => path);
		expect(paths).toHaveLength(6);
		for (const path of paths) {
			expect(path).toMatch(/\.mkv$/);
			expect(path).not.toMatch(/undefined|\{[A-Za-z]+ /);
		}
	}
);
