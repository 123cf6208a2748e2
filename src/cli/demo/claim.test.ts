import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claim } from './claim.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'bijou-claim-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a folder belongs to one demo at a time', () => {
	const first = claim(folder)!;
	expect(claim(folder)).toBeUndefined();
	first.release();
	claim(folder)!.release();
});

test('a fresh start keeps its claim', () => {
	writeFileSync(join(folder, 'film.mkv'), '');
	const mine = claim(folder)!;
	mine.clear();
	expect(existsSync(join(folder, 'film.mkv'))).toBe(false);
	expect(claim(folder)).toBeUndefined();
	mine.release();
});
