// npm run test:real [-- FILTER]: suites against the real thing, which take minutes and want programs that npm test does without.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, systemPrograms } from '../../src/cli/setup.mjs';

/** Program -> Debian package. A suite whose program is missing is skipped and says so. */
systemPrograms({ debootstrap: 'debootstrap' });

const run = (program: string, ...args: string[]) =>
	spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, BIJOU_REAL: 'yes' }
	});

run('@sveltejs/kit/svelte-kit.js', 'sync');
process.exit(run('vitest/vitest.mjs', 'run', '--project', 'real', ...process.argv.slice(2)).status ?? 1);
