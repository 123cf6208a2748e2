import { expect, test } from 'vitest';
import { mergeProfile } from '#core/formats/merge-profile.ts';
import { bad, candidate, facts, good, hour, now, part, standing, wish } from './decision.fixture.ts';
import { decide } from './decide.ts';

const GiB = 1024 ** 3;
type Candidate = Parameters<typeof candidate>[0];
type Facts = Parameters<typeof facts>[0];

test('a candidate without a fault is accepted', () => {
	expect(decide(candidate(), facts())).toEqual({ accepted: true, pending: false, rejects: [] });
});

const german = mergeProfile(wish, { languages: { wanted: ['de'], need: 'any' } });
const noUpgrades = mergeProfile(wish, { upgrades: false });
const pack: Candidate = { parsed: { fullSeason: true, episodes: [] }, sizeBytes: 12 * GiB };
const parts = (count: number, of: (at: number) => object) =>
	Array.from({ length: count }, (_, at) => part({ id: at, label: `S01E0${at + 1}`, ...of(at) }));

test.each<[code: string, title: string, candidate: Candidate, facts: Facts, message: string]>([
	['junk-name', 'a hash', { parsed: { reject: true } }, {}, 'hash'],
	[
		'wrong-item',
		'a doubtful match',
		{ match: { confidence: 0.5, reasons: ['The year is 1999, not 2001.'] } },
		{},
		'50 % sure'
	],
	['nothing-covered', 'an unknown episode', {}, { parts: [] }, 'no film or episode'],
	['not-monitored', 'what nobody waits for', {}, { parts: [part({ monitored: false })] }, 'S01E01'],
	[
		'pack-share',
		'a pack of which little is wanted',
		pack,
		{ parts: parts(4, (at) => ({ monitored: at === 0 })) },
		'1 of its 4'
	],
	['sample', 'a sample', { title: 'show.s01e01-sample' }, {}, 'sample'],
	['sample', 'a trailer', { parsed: { extraType: 'trailer' } }, {}, 'trailer'],
	['dangerous-extension', 'a program', { files: ['a.mkv', 'play.SCR'] }, {}, 'play.SCR'],
	[
		'blocklist',
		'a blocked hash',
		{ infoHash: 'ABC' },
		{ blocklist: [{ infoHash: 'abc', reason: 'failed.' }] },
		'failed'
	],
	[
		'blocklist',
		'a blocked name',
		{},
		{ blocklist: [{ title: 'show s01e01 1080p web dl grp', indexer: 'Site', reason: 'fake.' }] },
		'fake'
	],
	['quality-allowed', 'a quality not listed', { parsed: { quality: 'CAM' } }, {}, 'CAM'],
	[
		'quality-allowed',
		'a quality switched off',
		{ parsed: { quality: 'Bluray-1080p Remux' } },
		{},
		'Remux-1080p'
	],
	[
		'languages',
		'another language',
		{ parsed: { languages: ['fr'] } },
		{ profile: german },
		'It is in fr; de'
	],
	['minimum-score', 'a low score', { formats: [bad!] }, {}, '-500 (bad -500)'],
	['size', 'too small', { sizeBytes: 0.1 * GiB }, {}, '60 minutes of WEBDL-1080p'],
	['size', 'too large', { sizeBytes: 20 * GiB }, {}, 'at most'],
	['size', 'an unknown size under limits', { sizeBytes: undefined }, {}, 'not known'],
	[
		'size',
		'past the limit of the house',
		{ parsed: { quality: 'SDTV' }, sizeBytes: 20 * GiB },
		{ limits: { maximumBytes: GiB } },
		'nothing may'
	],
	['required-term', 'a missing term', {}, { terms: { required: ['proper', '/x26[45]/'] } }, '"/x26[45]/"'],
	['ignored-term', 'an ignored term', {}, { terms: { ignored: ['/\\bweb-?dl\\b/'] } }, 'not wanted'],
	['indexer-flags', 'a refused flag', { flags: ['nuked'] }, { terms: { refusedFlags: ['nuked'] } }, 'nuked'],
	['indexer-flags', 'a missing flag', {}, { terms: { requiredFlags: ['freeleech'] } }, 'does not mark'],
	['protocol', 'no client', { protocol: 'usenet' }, { protocols: ['torrent'] }, 'no client'],
	['seeders', 'nobody to fetch from', { seeders: 0 }, {}, '0 seeders'],
	[
		'age',
		'a young post',
		{ protocol: 'usenet', publishedAt: now - 60_000 },
		{ limits: { minimumAgeMinutes: 30 } },
		'30 minutes'
	],
	[
		'age',
		'past retention',
		{ protocol: 'usenet', publishedAt: now - 4000 * 24 * hour },
		{ limits: { retentionDays: 3000 } },
		'3000'
	],
	[
		'upgrade',
		'less than what is there',
		{ parsed: { quality: 'SDTV' } },
		{ parts: [part({ current: standing({ quality: 'HDTV-720p' }) })] },
		'It is SDTV, there is HDTV-720p'
	],
	['upgrade', 'as good as what is there', {}, { parts: [part({ current: standing() })] }, 'It scores 0'],
	[
		'upgrade',
		'too little gained',
		{ formats: [good!] },
		{ parts: [part({ current: standing({ score: 40 }) })] },
		'20 is the least'
	],
	[
		'upgrade',
		'already enough',
		{ formats: [good!, good!, good!] },
		{ parts: [part({ current: standing({ score: 120 }) })] },
		'100 is enough'
	],
	[
		'upgrade',
		'a profile that does not upgrade',
		{},
		{ profile: noUpgrades, parts: [part({ current: standing({ quality: 'SDTV' }) })] },
		'does not upgrade'
	],
	[
		'upgrade',
		'an older revision',
		{},
		{ parts: [part({ current: standing({ version: 2 }) })] },
		'later revision'
	],
	[
		'upgrade',
		'two episodes of which one loses',
		{ parsed: { episodes: [1, 2] }, sizeBytes: 6 * GiB },
		{ parts: parts(2, (at) => (at === 1 ? { current: standing({ score: 90 }) } : {})) },
		'S01E02'
	],
	[
		'upgrade',
		'a pack of which few gain',
		pack,
		{ parts: parts(4, (at) => (at > 0 ? { current: standing() } : {})) },
		'Only 1 of 4'
	],
	[
		'upgrade',
		'a lost language',
		{ parsed: { languages: ['de'] } },
		{
			profile: mergeProfile(german, { languages: { wanted: ['en'], need: 'any' } }),
			parts: [part({ current: standing({ quality: 'SDTV', languagesMet: true }) })]
		},
		'it does not'
	],
	[
		'repack-group',
		"another group's repack",
		{ parsed: { repack: true, version: 2 } },
		{ parts: [part({ current: standing({ group: 'OTHER' }) })] },
		'OTHER'
	],
	['already-grabbed', 'the same again', {}, { grabbed: [{ infoHash: 'ABC' }] }, 'before'],
	[
		'already-queued',
		'what is being fetched',
		{},
		{ queue: [{ title: 'Q', partIds: [1], standing: standing() }] },
		'"Q" is being fetched'
	],
	['not-yet-out', 'before its time', {}, { parts: [part({ availableAt: now + 72 * hour })] }, '2026-05-13'],
	['season-running', 'a season that runs', {}, { seasonRunning: true }, 'still to come'],
	['free-space', 'no room', {}, { freeBytes: 3.5 * GiB }, 'no room'],
	[
		'delay',
		'something better may come',
		{ publishedAt: now - hour },
		{ delays: { minutes: { torrent: 120 } } },
		'120 minutes'
	]
])('%s: %s', (code, _, of, given, message) => {
	const { accepted, rejects } = decide(candidate(of), facts(given));
	expect(accepted).toBe(false);
	expect(rejects.map((reject) => reject.code)).toContain(code);
	expect(rejects.find((reject) => reject.code === code)?.message).toContain(message);
});

test.each<[string, Candidate, Facts]>([
	[
		'a better quality below the cutoff',
		{},
		{ parts: [part({ current: standing({ quality: 'HDTV-720p' }) })] }
	],
	[
		'a proper of the same quality',
		{ parsed: { proper: true, version: 2 } },
		{ parts: [part({ current: standing() })] }
	],
	['a score that gains enough', { formats: [good!] }, { parts: [part({ current: standing() })] }],
	[
		'the wished language over a finer picture',
		{ parsed: { quality: 'HDTV-720p', languages: ['de'] } },
		{ profile: german, parts: [part({ current: standing({ languagesMet: false, quality: 'HDTV-720p' }) })] }
	],
	['a pack of which half gains', pack, { parts: parts(4, (at) => (at > 1 ? { current: standing() } : {})) }],
	['an expired block', {}, { blocklist: [{ infoHash: 'abc', reason: 'x', until: now - 1 }] }],
	[
		'a block on another hash of the same name',
		{},
		{ blocklist: [{ infoHash: 'def', title: 'Show.S01E01.1080p.WEB-DL-GRP', reason: 'x' }] }
	],
	['an unstated language', { originalLanguage: undefined }, { profile: german }],
	[
		'anything by hand while a delay holds',
		{ publishedAt: now },
		{ byHand: true, delays: { minutes: { torrent: 500 } } }
	],
	[
		'the best quality at once',
		{ publishedAt: now },
		{ delays: { minutes: { torrent: 60 }, skipForTopQuality: true } }
	],
	[
		'a high score at once',
		{ publishedAt: now, formats: [good!] },
		{ delays: { minutes: { torrent: 60 }, skipFromScore: 50 } }
	],
	[
		'better than what is being fetched',
		{ formats: [good!] },
		{ queue: [{ title: 'Q', partIds: [1], standing: standing() }] }
	],
	['a film without a known length', {}, { parts: [part({ minutes: undefined })] }],
	['more of a pack by its length', pack, { parts: parts(4, () => ({})) }]
])('accepts %s', (_, of, given) => {
	expect(decide(candidate(of), facts(given)).rejects).toEqual([]);
});

test('every reason is kept, and one that lasts outweighs those that pass', () => {
	const verdict = decide(candidate({ seeders: 0, parsed: { quality: 'CAM' } }), facts({ freeBytes: 0 }));
	expect(verdict.rejects.map(({ code }) => code)).toEqual(['quality-allowed', 'seeders', 'free-space']);
	expect(verdict.pending).toBe(false);
});

test('what only has to wait says until when', () => {
	const verdict = decide(
		candidate({ publishedAt: now - hour }),
		facts({ delays: { minutes: { torrent: 120 } } })
	);
	expect(verdict).toMatchObject({ accepted: false, pending: true, until: now + hour });
});
