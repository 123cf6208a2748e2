import { expect, test } from 'vitest';
import { namingSettings } from './settings.ts';

test.each([
	['{Movie Title} ({Release Year})', true],
	['{Movie Title', false],
	['{Nope} {Movie Title}', false],
	['/films/{Movie Title}', false],
	['{Movie Title}/../../x', false],
	['always the same', false]
])('the pattern %j may name a film: %s', (movieFile, fits) => {
	expect(namingSettings.schema.safeParse({ movieFile }).success).toBe(fits);
});
