import { profile } from '#core/formats/profile.ts';
import { format } from '#core/formats/format.ts';
import { parsedFixture } from '#core/formats/subject.fixture.ts';
import type { Parsed } from '#core/release/types.ts';
import type { Candidate } from './candidate.ts';
import { type Facts, type Part, defaultLimits } from './facts.ts';
import type { Standing } from './standing.ts';

export const hour = 60 * 60 * 1000;
export const now = Date.UTC(2026, 4, 10);

export const wish = profile.parse({
	id: 'wish',
	name: 'Wish',
	qualities: [
		{ name: 'Remux-1080p', allowed: false },
		{ name: 'Full HD', members: ['Bluray-1080p', 'WEBDL-1080p'] },
		{ name: 'HDTV-720p' },
		{ name: 'SDTV' }
	],
	cutoff: 'Full HD',
	scores: { good: 50, bad: -500 },
	minimumScore: -100,
	cutoffScore: 100,
	scoreIncrement: 20,
	sizes: { 'WEBDL-1080p': { min: 10, preferred: 50, max: 100 } }
});

export const [good, bad] = ['good', 'bad'].map((id) =>
	format.parse({ id, name: id, conditions: [{ type: 'title', value: id }] })
);

export const standing = (parts: Partial<Standing> = {}): Standing => ({
	quality: 'WEBDL-1080p',
	score: 0,
	version: 1,
	real: 0,
	...parts
});

export const part = (parts: Partial<Part> = {}): Part => ({
	id: 1,
	label: 'S01E01',
	monitored: true,
	minutes: 60,
	...parts
});

/** A candidate without a fault, but for what the test changes. */
export const candidate = ({
	parsed,
	...rest
}: Partial<Omit<Candidate, 'parsed'>> & { parsed?: Partial<Parsed> } = {}): Candidate => ({
	title: 'Show.S01E01.1080p.WEB-DL-GRP',
	guid: 'g1',
	infoHash: 'abc',
	sizeBytes: 3 * 1024 ** 3,
	protocol: 'torrent',
	seeders: 20,
	indexer: 'Site',
	publishedAt: now - 48 * hour,
	originalLanguage: 'en',
	match: { confidence: 0.95, reasons: ['The title is "Show".'] },
	formats: [],
	parsed: parsedFixture({
		kind: 'episode',
		quality: 'WEBDL-1080p',
		seasons: [1],
		episodes: [1],
		group: 'GRP',
		...parsed
	}),
	...rest
});

/** A world in which that candidate is welcome. */
export const facts = ({
	limits,
	delays,
	terms,
	...rest
}: Partial<Omit<Facts, 'limits' | 'delays' | 'terms'>> & {
	limits?: Partial<Facts['limits']>;
	delays?: Partial<Facts['delays']>;
	terms?: Partial<Facts['terms']>;
} = {}): Facts => ({
	now,
	profile: wish,
	parts: [part()],
	queue: [],
	blocklist: [],
	grabbed: [],
	protocols: ['torrent', 'usenet'],
	byHand: false,
	limits: { ...defaultLimits, ...limits },
	delays: { minutes: {}, skipForTopQuality: false, ...delays },
	terms: { required: [], ignored: [], requiredFlags: [], refusedFlags: [], ...terms },
	...rest
});
