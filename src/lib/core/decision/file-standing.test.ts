import { expect, test } from 'vitest';
import { createFormatMatcher } from '#core/formats/format-matcher.ts';
import { mergeProfile } from '#core/formats/merge-profile.ts';
import { format } from '#core/formats/format.ts';
import { wish } from './decision.fixture.ts';
import { fileStanding } from './file-standing.ts';

const matcher = createFormatMatcher([
	format.parse({ id: 'good', name: 'Good', conditions: [{ type: 'title', value: 'remastered' }] })
]);
const file = { path: 'Metropolis (1927)/Metropolis (1927).mkv', quality: null, kind: 'movie' as const };

test('a renamed file is scored by the name it came with', () => {
	const releaseName = 'Metropolis.1927.REMASTERED.1080p.BluRay.x264-GRP';
	const standing = fileStanding({ ...file, releaseName, quality: 'Bluray-1080p' }, wish, matcher);
	expect(standing).toMatchObject({ quality: 'Bluray-1080p', score: 50, group: 'GRP' });
});

test('a name that tells no quality stands on no rung', () => {
	expect(fileStanding(file, wish, matcher)).toMatchObject({ quality: 'Unknown', score: 0 });
});

test('the sound that was measured outweighs the name', () => {
	const german = mergeProfile(wish, { languages: { wanted: ['de'], need: 'any' } });
	const named = { ...file, path: 'Metropolis.1927.German.1080p.BluRay.mkv', quality: 'Bluray-1080p' };
	expect(fileStanding(named, german, matcher).languagesMet).toBe(true);
	expect(fileStanding({ ...named, languages: ['en', 'und'] }, german, matcher).languagesMet).toBe(false);
});
