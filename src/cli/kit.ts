import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: {
		kit: { type: 'string' },
		split: { type: 'string' },
		definitions: { type: 'string' },
		only: { type: 'string' },
		json: { type: 'string' }
	}
});

const adapters: Record<string, string> = { cardigann: 'kit-cardigann.ts' };
const adapter = adapters[positionals[0] ?? ''];

if (!adapter || !values.kit) {
	console.error(
		'usage: npm run kit -- cardigann --kit DIR [--split NAME] [--definitions DIR] [--only TEXT] [--json FILE]'
	);
	process.exit(2);
}

const passed = (['split', 'only'] as const).flatMap((name) =>
	values[name] ? [`--${name}`, values[name]] : []
);
const files = (['definitions', 'json'] as const).flatMap((name) =>
	values[name] ? [`--${name}`, resolve(values[name])] : []
);
const run = spawnSync(
	process.execPath,
	[
		join(resolve(values.kit), 'run.mjs'),
		'--adapter',
		join(import.meta.dirname, adapter),
		...passed,
		...files
	],
	{ stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } }
);
process.exit(run.status ?? 1);
