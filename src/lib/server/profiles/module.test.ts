import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { format } from '#core/formats/format.ts';
import type { Events } from '#server/events.ts';
import { createBus } from '#server/platform/bus.ts';
import { closeDb, openDb, type Db } from '#server/platform/db.ts';
import { createProfiles, type Profiles } from './module.ts';

const log = pino({ level: 'silent' });
let folder: string;
let db: Db;
let house: Profiles;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'bijou-profiles-'));
	db = openDb({
		file: join(folder, 'bijou.db'),
		migrations: 'drizzle',
		backups: join(folder, 'backups'),
		log
	});
	house = open();
});
afterEach(() => {
	closeDb(db);
	rmSync(folder, { recursive: true, force: true });
});

const open = () => createProfiles({ db, bus: createBus<Events>(log), log, definitions: 'definitions' });
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

test('an own format is kept, counts at once, and goes', () => {
	const [before] = house.judge(['The.Film.2020.Grain.1080p.BluRay.x264-GRP']).items;
	house.formats.save(own());
	expect(open().formats.get('grain').origin).toBe('own');
	const [after] = house.judge(['The.Film.2020.Grain.1080p.BluRay.x264-GRP']).items;
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

test('verdicts name every reason', () => {
	const [cam, fine] = house.judge(
		['The.Film.2020.HDCAM.x264-GRP', 'The.Film.2020.1080p.WEB-DL.DDP5.1.H.264-GRP'],
		{ profile: house.profiles.get('hd'), kind: 'movie' }
	).items;
	expect(cam).toMatchObject({ accepted: false });
	expect(cam!.rejects.map(({ code }) => code)).toContain('quality-allowed');
	expect(fine!.rejects).toEqual([]);
	expect(fine!.parsed).toMatchObject({ title: 'The Film', year: 2020, resolution: '1080p' });
});

test('formats of a guide come in, faulty ones are told', () => {
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
	const result = house.importFrom('radarr', [
		{ path: 'tier.json', text: JSON.stringify(json) },
		{ path: 'broken.json', text: JSON.stringify(broken) },
		{ path: 'x.json', text: '{' }
	]);
	expect(result.formats).toBe(1);
	expect(result.faults.length).toBe(2);
	expect(house.judge(['A.Film.2020.1080p.BluRay-GRP']).items[0]!.formats.map(({ name }) => name)).toContain(
		'Tier'
	);
});
