import { describe, expect, test } from 'vitest';
import { diff } from './diff.ts';
import type { DownloadProgress, RemoteDownload } from './download.ts';

const minute = 60_000;
const before: DownloadProgress = {
	state: 'downloading',
	message: null,
	name: 'Harbour.1999',
	sizeBytes: 1000,
	progress: 0.5,
	bytesPerSecond: 10,
	etaSeconds: 50,
	outputPath: null,
	absentSince: null,
	movedAt: 0
};
const remote: RemoteDownload = {
	id: 'a',
	name: 'Harbour.1999',
	state: 'downloading',
	sizeBytes: 1000,
	progress: 0.5,
	bytesPerSecond: 10,
	etaSeconds: 50
};

test('an answer that says the same changes nothing', () => {
	expect(diff(before, remote, 0)).toBeUndefined();
	const waiting = { ...before, state: 'queued' as const, bytesPerSecond: null, etaSeconds: null };
	expect(diff(waiting, { ...remote, state: 'queued' }, 5 * minute)).toBeUndefined();
});

test('bytes that come are numbers, nothing more', () => {
	const change = diff(before, { ...remote, progress: 0.6, bytesPerSecond: 20 }, 1000);
	expect(change).toEqual({ patch: { progress: 0.6, bytesPerSecond: 20, movedAt: 1000 }, numbers: true });
});

test.each([
	['queued', {}],
	['paused', {}],
	['processing', { message: 'Verifying' }],
	['completed', { path: '/done/Harbour.1999' }],
	['failed', { message: 'The disk is full' }],
	['handed-over', {}]
] as const)('comes into the state %s once', (state, more) => {
	const change = diff(before, { ...remote, state, ...more }, 1000)!;
	expect(change).toMatchObject({ entered: state, numbers: false, patch: { state, bytesPerSecond: null } });
	expect(diff({ ...before, ...change.patch }, { ...remote, state, ...more }, 2000)).toBeUndefined();
});

test('what is complete is whole, whatever the client counts', () => {
	const change = diff(before, { ...remote, state: 'completed', progress: 0.999, path: '/d/H' }, 0);
	expect(change?.patch).toMatchObject({ progress: 1, outputPath: '/d/H', etaSeconds: null });
});

test('progress beyond its bounds is cut, a size that is not known yet is not taken', () => {
	expect(diff(before, { ...remote, progress: 1.2 }, 0)?.patch.progress).toBe(1);
	expect(diff(before, { ...remote, progress: -1 }, 0)?.patch.progress).toBe(0);
	expect(diff(before, { ...remote, sizeBytes: 0 }, 0)).toBeUndefined();
});

describe('standing still', () => {
	const quiet = { ...remote, bytesPerSecond: 0 };

	test('begins five minutes after the last byte, and ends with the next', () => {
		expect(diff(before, quiet, 4 * minute)?.entered).toBeUndefined();
		const stalled = diff(before, quiet, 5 * minute)!;
		expect(stalled).toMatchObject({
			entered: 'stalled',
			patch: { message: 'Nothing has come for five minutes.' }
		});
		const after = { ...before, ...stalled.patch };
		expect(diff(after, quiet, 9 * minute)).toBeUndefined();
		expect(diff(after, { ...quiet, progress: 0.51 }, 9 * minute)).toMatchObject({
			entered: 'downloading',
			patch: { message: null, movedAt: 9 * minute }
		});
	});

	test('is counted anew after a pause', () => {
		const paused = { ...before, state: 'paused' as const };
		expect(diff(paused, quiet, 60 * minute)).toMatchObject({
			entered: 'downloading',
			patch: { movedAt: 60 * minute }
		});
	});

	test("keeps the client's own words", () => {
		expect(diff(before, { ...quiet, message: 'No peers' }, 5 * minute)?.patch.message).toBe('No peers');
	});
});

describe('one that the client does not know', () => {
	test('is missed after half a minute, not at once', () => {
		const first = diff(before, undefined, 1000)!;
		expect(first.patch).toEqual({ absentSince: 1000 });
		const absent = { ...before, ...first.patch };
		expect(diff(absent, undefined, 30_000)).toBeUndefined();
		expect(diff(absent, undefined, 31_000)).toMatchObject({
			entered: 'missing',
			patch: { bytesPerSecond: null }
		});
	});

	test('and is there again is as before', () => {
		expect(diff({ ...before, absentSince: 1000 }, remote, 2000)?.patch).toEqual({
			absentSince: null,
			movedAt: 2000
		});
	});
});
