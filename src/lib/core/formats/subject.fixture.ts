import type { Parsed } from '#core/release/types.ts';
import type { Subject } from './traits.ts';

/** For tests: what a parser that read nothing but the quality would say, and what the test adds to that. */
export function parsedFixture(parts: Partial<Parsed> = {}): Parsed {
	return {
		name: '',
		kind: 'movie',
		reject: false,
		seasons: [],
		episodes: [],
		absolute: [],
		fullSeason: false,
		multiSeason: false,
		partialSeason: false,
		seasonExtra: false,
		special: false,
		complete: false,
		quality: 'Unknown',
		proper: false,
		repack: false,
		real: 0,
		version: 1,
		audio: [],
		hdr: [],
		is3d: false,
		languages: [],
		subtitleLanguages: [],
		hardcodedSubs: false,
		dubbed: false,
		edition: [],
		...parts
	};
}

export function subjectFixture(
	title: string,
	parts: Partial<Parsed> = {},
	rest: Partial<Subject> = {}
): Subject {
	return { title, parsed: parsedFixture({ name: title, ...parts }), ...rest };
}
