import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const program = `
import { foreground } from ${JSON.stringify(join(import.meta.dirname, 'setup.mjs'))};
await foreground(process.execPath, ['-e', 'console.log(process.pid); setInterval(() => {}, 1000)']);`;

const lives = (pid: number) => {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
};

test('what npm started ends with npm, which tells its shell only', async () => {
	const shell = spawn('sh', ['-c', '"$0" --input-type=module -e "$1"; :', process.execPath, program], {
		env: { PATH: process.env['PATH'], npm_lifecycle_event: 'start' }
	});
	const [pid] = (await once(shell.stdout, 'data')).map(Number) as [number];
	expect(lives(pid)).toBe(true);
	shell.kill('SIGTERM');
	await expect.poll(() => lives(pid), { timeout: 10_000 }).toBe(false);
});
