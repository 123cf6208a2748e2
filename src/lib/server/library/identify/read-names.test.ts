import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibrary, type LibraryHouse } from '../../../../../tests/harness/library.ts';
import { files } from '../schema/files.ts';
import { movies } from '../schema/items.ts';

const GB = 1_000_000_000;
const words = ({ db }: LibraryHouse) =>
	db
		.select()
		.from(files)
		.orderBy(files.path)
		.all()
		.map(({ path, quality, group, edition, languages, isNameRead }) => ({
			name: path.slice(path.lastIndexOf('/') + 1),
			said: [quality, group, edition, languages.join()],
			isNameRead
		}));

async function openFilms(laid: Record<string, number>) {
	const house = await openLibrary();
	const path = house.lay('films', laid);
	const { id } = await house.library.roots.add({ path, kind: 'movie' });
	await house.scan(id);
	return { house, path, id };
}

test('every name is read, of films and of extras', async () => {
	const { house } = await openFilms({
		'Amber (2001)/Amber.2001.Directors.Cut.German.1080p.BluRay.x264-GRP.mkv': 2 * GB,
		'Amber (2001)/Amber.2001.720p.WEB-DL-OTHER-trailer.mkv': 1000
	});
	await using _ = house;
	expect(words(house)).toEqual([
		{
			name: 'Amber.2001.720p.WEB-DL-OTHER-trailer.mkv',
			said: ['WEBDL-720p', expect.anything(), null, ''],
			isNameRead: true
		},
		{
			name: 'Amber.2001.Directors.Cut.German.1080p.BluRay.x264-GRP.mkv',
			said: ['Bluray-1080p', 'GRP', "Director's Cut", 'de'],
			isNameRead: true
		}
	]);
	expect(house.db.select().from(movies).all()).toMatchObject([{ title: 'Amber', quality: 'Bluray-1080p' }]);
});

test('a new name of the same content adds to what the old one said', async () => {
	const { house, path, id } = await openFilms({
		'Amber (2001)/Amber.2001.1080p.BluRay.x264-GRP.mkv': 2 * GB
	});
	await using _ = house;
	const to = join(path, 'Amber (2001)/Amber (2001) Extended.mkv');
	renameSync(join(path, 'Amber (2001)/Amber.2001.1080p.BluRay.x264-GRP.mkv'), to);
	await house.scan(id);
	expect(words(house)).toEqual([
		{
			name: 'Amber (2001) Extended.mkv',
			said: ['Bluray-1080p', 'GRP', 'Extended', ''],
			isNameRead: true
		}
	]);
});

test('other content under the same name is read by that name alone', async () => {
	const { house, path, id } = await openFilms({ 'Amber (2001)/Amber (2001) 720p WEB-DL.mkv': 2 * GB });
	await using _ = house;
	house.db.update(files).set({ edition: 'Of the old content' }).run();
	writeFileSync(join(path, 'Amber (2001)/Amber (2001) 720p WEB-DL.mkv'), 'smaller');
	await house.scan(id, { full: true });
	expect(words(house)).toMatchObject([{ said: ['WEBDL-720p', null, null, ''], isNameRead: true }]);
	expect(house.db.select().from(movies).all()).toMatchObject([{ quality: 'WEBDL-720p', sizeBytes: 7 }]);
});
