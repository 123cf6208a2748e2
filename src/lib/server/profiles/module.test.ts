import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { format } from '#core/formats/format.ts';
import type { Events } from '#server/events.ts';
import { createBus } from '#server/platform/bus.ts';
import { closeDb, openDb, type Db } from '#server/platform/db.ts';
import { createWorkers, type Workers } from '#server/platform/workers.ts';
import { createProfiles, type Profiles } from './module.ts';

const log = pino({ level: 'silent' });
let folder: string;
let db: Db;
let house: Profiles;
let workers: Workers;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'bijou-profiles-'));
	db = openDb({
		file: join(folder, 'bijou.db'),
		migrations: 'drizzle',
		backups: join(folder, 'backups'),
		log
	});
	workers = createWorkers({ log });
	house = await open();
});
afterEach(async () => {
	await workers.close();
	closeDb(db);
	rmSync(folder, { recursive: true, force: true });
});

const open = () => createProfiles({ db, bus: createBus<Events>(log), log, workers });
const own = (change = {}) =>
	format.parse({
		id: 'grain',
		name: 'Film grain',
		scores: { default: 40 },
		conditions: [{ type: 'title', value: '\\bgrain\\b' }],
		...change
	});

test('what ships is there and sound', () => {
	expect(house.profiles.list().map(({ id }) => id)).toEqual(
		expect.arrayContaining(['any', 'hd', 'ultra-hd'])
	);
	expect(house.formats.list().length).toBeGreaterThan(30);
	expect(house.formats.list().every(({ origin }) => origin === 'shipped')).toBe(true);
});

test('an own format is kept, counts at once, and goes', async () => {
	const [before] = (await house.judge(['The.Film.2020.Grain.1080p.BluRay.x264-GRP'])).items;
	house.formats.save(own());
	expect((await open()).formats.get('grain').origin).toBe('own');
	const [after] = (await house.judge(['The.Film.2020.Grain.1080p.BluRay.x264-GRP'])).items;
	expect(before!.formats.map(({ id }) => id)).not.toContain('grain');
	expect(after!.formats).toContainEqual(expect.objectContaining({ id: 'grain', name: 'Film grain' }));
	house.formats.remove('grain');
	expect(() => house.formats.get('grain')).toThrow(/There is no|not found/i);
});

test('a changed profile returns to how it shipped', () => {
	const hd = house.profiles.get('hd');
	house.profiles.save({ ...hd, minimumScore: 999 });
	expect(house.profiles.get('hd')).toMatchObject({ origin: 'changed', minimumScore: 999 });
	house.profiles.remove('hd');
	expect(house.profiles.get('hd')).toMatchObject({ origin: 'shipped', minimumScore: hd.minimumScore });
	expect(() => house.profiles.remove('hd')).toThrow(/comes with Bijou/);
});

test('a pattern that could run for ever is refused with the place of the fault', () => {
	expect(() => house.formats.save(own({ conditions: [{ type: 'title', value: '(a' }] }))).toThrow(
		/Film grain.*character/
	);
	expect(house.formats.list().some(({ id }) => id === 'grain')).toBe(false);
});

test('verdicts name every reason', async () => {
	const [cam, fine] = (
		await house.judge(['The.Film.2020.HDCAM.x264-GRP', 'The.Film.2020.1080p.WEB-DL.DDP5.1.H.264-GRP'], {
			profile: house.profiles.get('hd'),
			kind: 'movie'
		})
	).items;
	expect(cam).toMatchObject({ accepted: false });
	expect(cam!.rejects.map(({ code }) => code)).toContain('quality-allowed');
	expect(fine!.rejects).toEqual([]);
	expect(fine!.parsed).toMatchObject({ title: 'The Film', year: 2020, resolution: '1080p' });
});

test('formats of a guide come in, faulty ones are told', async () => {
	const json = {
		trash_id: 'a1',
		name: 'Tier',
		trash_scores: { default: 100 },
		specifications: [
			{
				name: 'grp',
				implementation: 'ReleaseGroupSpecification',
				negate: false,
				required: false,
				fields: { value: '^(GRP)$' }
			}
		]
	};
	const broken = {
		...json,
		trash_id: 'a2',
		name: 'Broken',
		specifications: [{ ...json.specifications[0], fields: { value: '(' } }]
	};
	const result = await house.importFrom('radarr', [
		{ path: 'tier.json', text: JSON.stringify(json) },
		{ path: 'broken.json', text: JSON.stringify(broken) },
		{ path: 'x.json', text: '{' }
	]);
	expect(result.formats).toBe(1);
	expect(result.faults.length).toBe(2);
	expect(
		(await house.judge(['A.Film.2020.1080p.BluRay-GRP'])).items[0]!.formats.map(({ name }) => name)
	).toContain('Tier');
});

test('drafts are tried in a thread, condition by condition', async () => {
	const draft = own({
		conditions: [
			{ type: 'title', value: 'grain' },
			{ type: 'resolution', value: 1080 }
		]
	});
	expect(await house.tryFormat(draft, ['A.Film.2020.Grain.1080p', 'A.Film.2020.Grain.720p'])).toEqual([
		{ name: 'A.Film.2020.Grain.1080p', matches: true, holds: [true, true] },
		{ name: 'A.Film.2020.Grain.720p', matches: false, holds: [true, false] }
	]);
	const { items } = await house.judge(['A.Film.2020.Grain.1080p.BluRay-GRP'], { formats: [draft] });
	expect(items[0]!.formats.map(({ id }) => id)).toEqual(['grain']);
});

test('names are ranked, with the reason why each stands before the next', async () => {
	const names = ['A.Film.2020.HDCAM-GRP', 'A.Film.2020.720p.WEB-DL-GRP', 'A.Film.2020.1080p.BluRay-GRP'];
	const { ranking } = await house.judge(names, { profile: house.profiles.get('hd') });
	expect(ranking).toEqual([
		{ index: 2, because: 'Bluray-1080p stands above WEBDL-720p.' },
		{ index: 1, because: 'The next one would not be taken.' },
		{ index: 0, because: undefined }
	]);
});

test('a profile that cannot be meant is refused', () => {
	const hd = house.profiles.get('hd');
	expect(() => house.profiles.save({ ...hd, cutoff: 'Nowhere' })).toThrow(/not among the qualities/);
	const none = hd.qualities.map((quality) => ({ ...quality, allowed: false }));
	expect(() => house.profiles.save({ ...hd, qualities: none })).toThrow(/Allow one quality/);
});

test('a preview keeps nothing, and says what each entry would change', async () => {
	const { text } = await house.exportFormats(['remux'], 'bijou');
	const changed = text.replace('name: Remux', 'name: Remuxed');
	const look = async (given: string) =>
		(await house.importFrom('radarr', [{ path: 'mine.yml', text: given }], { preview: true })).items;
	expect(await look(text)).toMatchObject([{ id: 'remux', standing: 'same' }]);
	expect(await look(changed)).toMatchObject([{ id: 'remux', name: 'Remuxed', standing: 'changes' }]);
	expect(await look(changed.replace('id: remux', 'id: fresh'))).toMatchObject([
		{ id: 'fresh', standing: 'new' }
	]);
	expect(house.formats.get('remux').name).toBe('Remux');
	await house.importFrom('radarr', [{ path: 'mine.yml', text: changed }], { only: [] });
	expect(house.formats.get('remux').origin).toBe('shipped');
	await house.importFrom('radarr', [{ path: 'mine.yml', text: changed }], { only: ['remux'] });
	expect(house.formats.get('remux')).toMatchObject({ name: 'Remuxed', origin: 'changed' });
});

test('a profile travels as a file, and the apps get what they can express', async () => {
	const { text } = await house.exportProfile('hd');
	const { items } = await house.importFrom('sonarr', [{ path: 'hd.yml', text }], { preview: true });
	expect(items).toMatchObject([{ kind: 'profile', id: 'hd', standing: 'same' }]);
	const { text: json } = await house.exportFormats(['remux'], 'radarr');
	const radarr = JSON.parse(json) as { specifications: unknown[] };
	expect(radarr.specifications.length).toBeGreaterThan(0);
});
