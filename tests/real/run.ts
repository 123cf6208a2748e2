// npm run test:real [-- FILTER]: suites against the real thing, which take minutes and want programs that npm test does without.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, systemPrograms } from '../../src/cli/setup.mjs';

/** Of each suite: program -> Debian package. A suite whose program is missing is skipped and says so. */
const programs: Record<string, Record<string, string>> = {
	image: { debootstrap: 'debootstrap' },
	mounts: { mergerfs: 'mergerfs' },
	downloads: {
		'qbittorrent-nox': 'qbittorrent-nox',
		'transmission-daemon': 'transmission-daemon',
		deluged: 'deluged',
		'deluge-web': 'deluge-web',
		aria2c: 'aria2',
		nzbget: 'nzbget'
	}
};
const filters = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const wanted = Object.entries(programs).filter(
	([suite]) => filters.length === 0 || filters.some((filter) => suite.includes(filter))
);
systemPrograms(Object.assign({}, ...wanted.map(([, needed]) => needed)));

const run = (program: string, ...args: string[]) =>
	spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, BIJOU_REAL: 'yes' }
	});

run('@sveltejs/kit/svelte-kit.js', 'sync');
process.exit(run('vitest/vitest.mjs', 'run', '--project', 'real', ...process.argv.slice(2)).status ?? 1);
