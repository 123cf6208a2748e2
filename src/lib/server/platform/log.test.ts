import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { logFileName } from './log/rolling-file.ts';
import { closeLog, createLog } from './log.ts';
import { prettyLine } from './log-pretty.ts';

test('every line is in the file once the log is closed, without its secrets', async () => {
	const dir = join(mkdtempSync(join(tmpdir(), 'bijou-log-')), 'logs');
	const log = createLog({ level: 'info', dir, stdout: false });
	const child = log.child({ apiKey: 'k-123' });
	for (let i = 0; i < 500; i++) child.info({ i, nested: { password: 'hunter2' } }, 'line');
	child.debug('not wanted');
	log.error({ err: new Error('http://x/?apikey=k-123', { cause: new Error('token=1') }) }, 'went wrong');
	await closeLog(log);
	const [name, ...others] = readdirSync(dir);
	expect(others).toEqual([]);
	expect(name).toMatch(logFileName);
	const text = readFileSync(join(dir, name!), 'utf8');
	const lines = text
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as Record<string, unknown>);
	expect(lines).toHaveLength(501);
	expect(lines[3]).toMatchObject({
		level: 30,
		i: 3,
		apiKey: '[redacted]',
		nested: { password: '[redacted]' }
	});
	expect(text).not.toMatch(/hunter2|k-123|not wanted/);
	expect(lines.at(-1)).toMatchObject({ err: { cause: { type: 'Error' } } });
	expect(statSync(join(dir, name!)).mode & 0o777).toBe(0o600);
});

test('a person reads one line, an error brings its stack', () => {
	const plain = prettyLine(JSON.stringify({ level: 30, time: 0, msg: 'listening', port: 3000 }));
	expect(plain).toMatch(/INFO .*listening .*port=3000/);
	expect(plain.trimEnd().split('\n')).toHaveLength(1);
	const err = { message: 'boom', stack: 'Error: boom\n    at x.ts:1' };
	expect(prettyLine(JSON.stringify({ level: 50, time: 0, err }))).toMatch(/ERROR.* boom\n.*at x\.ts:1/s);
});
