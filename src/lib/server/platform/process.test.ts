import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { findProgram, run, spawnTracked } from './process.ts';

const sh = (script: string, options = {}) => run('sh', ['-c', script], options);

/** A dead process that nobody has fetched yet does not count as alive. */
function isAlive(pid: number): boolean {
	try {
		return !/^\d+ \(.*\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
	} catch {
		return false;
	}
}
async function gone(pid: number): Promise<boolean> {
	for (let i = 0; i < 100 && isAlive(pid); i++) await sleep(50);
	return !isAlive(pid);
}

test('the output and the code come back, whatever the code is', async () => {
	expect(await sh('echo out; echo err >&2; exit 3')).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n' });
	expect((await sh('kill -9 $$')).code).toBe(137);
});

test('arguments, input, folder and environment arrive as they were given', async () => {
	const cwd = mkdtempSync(join(tmpdir(), 'bijou-process-'));
	const { stdout } = await run('sh', ['-c', 'cat; echo "$1|$FILM|$(pwd)"', 'x', 'a "b" $c'], {
		stdin: 'in;',
		env: { FILM: 'Ürü' },
		cwd
	});
	expect(stdout).toBe(`in;a "b" $c|Ürü|${cwd}\n`);
});

test('lines come one by one, also those that overwrite themselves', async () => {
	const lines: string[] = [];
	await sh('printf "1%%\\r2%%\\r3%%\\nend"; printf "oops\\n" >&2', {
		onLine: (line: string, from: string) => lines.push(`${from}: ${line}`)
	});
	expect(lines.filter((line) => line.startsWith('stdout'))).toEqual([
		'stdout: 1%',
		'stdout: 2%',
		'stdout: 3%',
		'stdout: end'
	]);
	expect(lines).toContain('stderr: oops');
});

test('a program that is missing is a matter of configuration', async () => {
	await expect(run('no-such-program-here', [])).rejects.toMatchObject({
		code: 'needs_configuration',
		message: expect.stringContaining('no-such-program-here') as string
	});
});

test('a program can be named by its variable', () => {
	process.env['FILM_TOOL_PATH'] = '/bin/sh';
	expect(findProgram('film-tool')).toBe('/bin/sh');
	delete process.env['FILM_TOOL_PATH'];
	expect(findProgram('film-tool')).toBeUndefined();
});

test('time runs out for the whole family, also for those who will not hear', async () => {
	const file = join(mkdtempSync(join(tmpdir(), 'bijou-process-')), 'pid');
	const script = `sh -c 'trap "" TERM; echo $$ > ${file}; while :; do sleep 0.1; done' & wait`;
	await expect(sh(script, { timeoutMs: 300 })).rejects.toMatchObject({ code: 'timeout' });
	expect(await gone(Number(readFileSync(file, 'utf8')))).toBe(true);
});

test('an abort ends the family and is passed on', async () => {
	const stop = new AbortController();
	const file = join(mkdtempSync(join(tmpdir(), 'bijou-process-')), 'pid');
	const work = sh(`sleep 100 & echo $! > ${file}; wait`, { signal: stop.signal });
	setTimeout(() => stop.abort(new Error('cancelled by Ann')), 200);
	await expect(work).rejects.toThrow('cancelled by Ann');
	expect(await gone(Number(readFileSync(file, 'utf8')))).toBe(true);
	await expect(sh('true', { signal: stop.signal })).rejects.toThrow('cancelled by Ann');
});

test('a program that never stops talking is stopped, unless its lines are what we want', async () => {
	await expect(sh('yes', { maxOutputBytes: 10_000 })).rejects.toMatchObject({ code: 'too_large' });
	let lines = 0;
	const { stdout } = await sh('seq 1 20000', { maxOutputBytes: 1000, onLine: () => lines++ });
	expect(lines).toBe(20_000);
	expect(stdout.length).toBe(1000);
	expect(stdout.endsWith('20000\n')).toBe(true);
});

test('a line without end is given out in pieces', async () => {
	const lengths: number[] = [];
	await sh("head -c 200000 /dev/zero | tr '\\0' x", { onLine: (line: string) => lengths.push(line.length) });
	expect(Math.max(...lengths)).toBeLessThanOrEqual(64 * 1024);
	expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(200_000);
});

test('output can be streamed', async () => {
	const { child, done } = spawnTracked('seq', ['1', '3']);
	let text = '';
	for await (const chunk of child.stdout) text += String(chunk);
	expect(text).toBe('1\n2\n3\n');
	expect(await done).toBe(0);
});

test.skipIf(process.platform !== 'linux' || !findProgram('setpriv'))(
	'children do not outlive a parent that is killed on the spot',
	async () => {
		const folder = mkdtempSync(join(tmpdir(), 'bijou-process-'));
		const file = join(folder, 'parent.ts');
		const pidFile = join(folder, 'pid');
		writeFileSync(
			file,
			`import { spawnTracked } from ${JSON.stringify(join(import.meta.dirname, 'process.ts'))};
			import { writeFileSync } from 'node:fs';
			const { child } = spawnTracked('sleep', ['100']);
			writeFileSync(${JSON.stringify(pidFile)}, String(child.pid));
			setTimeout(() => process.kill(process.pid, 'SIGKILL'), 300);`
		);
		expect(() => execFileSync(process.execPath, [file], { stdio: 'ignore' })).toThrow();
		const pid = Number(readFileSync(pidFile, 'utf8'));
		expect(pid).toBeGreaterThan(1);
		expect(await gone(pid)).toBe(true);
	}
);
