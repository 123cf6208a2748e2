import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openLibrary } from '../../../../../tests/harness/library.ts';
import { findProgram } from '#server/platform/process.ts';
import { files } from '../schema/files.ts';
import { movies } from '../schema/items.ts';
import { probeFile, readProbe } from './probe.ts';

const folder = mkdtempSync(join(tmpdir(), 'bijou-probe-'));
const film = join(folder, 'film.mkv');
const options = { signal: new AbortController().signal, timeoutMs: 20_000 };
const hasFfmpeg = Boolean(findProgram('ffmpeg') && findProgram('ffprobe'));

beforeAll(() => {
	writeFileSync(join(folder, 'subs.srt'), '1\n00:00:00,000 --> 00:00:01,000\nHallo\n');
	if (!hasFfmpeg) return;
	const source = [
		'-f',
		'lavfi',
		'-i',
		'testsrc=d=2:s=640x360:r=25',
		'-f',
		'lavfi',
		'-i',
		'sine=d=2',
		'-i',
		join(folder, 'subs.srt')
	];
	const tags = [
		'-metadata:s:a',
		'language=ger',
		'-metadata:s:s',
		'language=eng',
		'-disposition:s',
		'forced',
		'-pix_fmt',
		'yuv420p',
		'-c:a',
		'aac',
		'-c:s',
		'srt'
	];
	execFileSync('ffmpeg', ['-v', 'error', ...source, '-map', '0', '-map', '1', '-map', '2', ...tags, film]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => void delete process.env['FFPROBE_PATH']);

test.skipIf(!hasFfmpeg)('a real file tells its length, picture, sound and subtitles', async () => {
	expect(await probeFile(film, options)).toMatchObject({
		probe: {
			durationSeconds: expect.closeTo(2, 0),
			container: 'matroska',
			video: { codec: 'h264', width: 640, height: 360, bitDepth: 8, frameRate: 25 },
			audio: [{ codec: 'aac', channels: 1, language: 'de' }],
			subtitles: [{ codec: 'subrip', language: 'en', isForced: true }]
		}
	});
});

test('high dynamic range is told by transfer and side data', () => {
	const stream = {
		codec_type: 'video',
		codec_name: 'hevc',
		width: 3840,
		height: 2160,
		pix_fmt: 'yuv420p10le',
		color_transfer: 'smpte2084',
		side_data_list: [{ side_data_type: 'DOVI configuration record', dv_profile: 8 }]
	};
	expect(readProbe(JSON.stringify({ streams: [stream] })).video).toMatchObject({
		hdr: 'DV HDR10',
		bitDepth: 10
	});
	expect(
		readProbe(
			JSON.stringify({ streams: [{ ...stream, side_data_list: [], color_transfer: 'arib-std-b67' }] })
		).video?.hdr
	).toBe('HLG');
});

test.skipIf(!hasFfmpeg)('where the name says nothing, the picture tells the quality', async () => {
	await using house = await openLibrary();
	house.settings.update('library', { probe: true });
	const path = house.lay('films', {});
	for (const name of ['Silent (2001).mkv', 'Spoken (2002) 1080p WEB-DL.mkv']) cpSync(film, join(path, name));
	const root = await house.library.roots.add({ path, kind: 'movie' });
	await house.scan(root.id);
	await house.jobs.settled(house.jobs.list({ kind: 'library.probe' }).items[0]!.id);
	const rows = house.db.select().from(files).orderBy(files.path).all();
	expect(rows.map(({ quality, resolution }) => [quality, resolution])).toEqual([
		['SDTV', '480p'],
		['WEBDL-1080p', '1080p']
	]);
	const own = house.db.select().from(movies).orderBy(movies.year).all();
	expect(own.map(({ quality }) => quality)).toEqual(['SDTV', 'WEBDL-1080p']);
});

test.skipIf(!hasFfmpeg)('a broken file is a fault that is kept, not tried again', async () => {
	await using house = await openLibrary();
	house.settings.update('library', { probe: true });
	const path = house.lay('films', { 'Broken (2001)/Broken (2001).mkv': 'this is no film at all' });
	const root = await house.library.roots.add({ path, kind: 'movie' });
	await house.scan(root.id);
	const [file] = house.db.select().from(files).all();
	expect(file).toMatchObject({
		probe: null,
		probeFault: expect.any(String),
		fingerprint: expect.any(String)
	});
	const before = house.jobs.list({ kind: 'library.probe' }).items.length;
	await house.scan(root.id);
	expect(house.jobs.list({ kind: 'library.probe' }).items[0]).toMatchObject({
		state: 'done',
		result: { probed: 0, faults: 0 }
	});
	expect(house.jobs.list({ kind: 'library.probe' }).items).toHaveLength(before + 1);
});

test('a program that hangs is ended, with everything it started', async () => {
	const fake = join(folder, 'ffprobe');
	writeFileSync(fake, '#!/bin/sh\nsleep 321.7 &\nwait\n');
	chmodSync(fake, 0o755);
	process.env['FFPROBE_PATH'] = fake;
	expect(await probeFile(film, { ...options, timeoutMs: 200 })).toEqual({
		fault: expect.stringContaining('did not finish')
	});
	expect(() => execFileSync('pgrep', ['-f', 'sleep 321.7'])).toThrow();
	const stopping = new AbortController();
	setTimeout(() => stopping.abort(new Error('cancelled')), 100);
	await expect(probeFile(film, { signal: stopping.signal, timeoutMs: 20_000 })).rejects.toThrow('cancelled');
});
