import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { devSockets } from './src/vite-dev-sockets.ts';

// Tests run on plain modules (Node's own `#` imports); what needs Kit is tested through the built server.
const project = (name: string, include: string[], serial = false) => ({
	extends: true as const,
	test: { name, include, environment: 'node', testTimeout: 20_000, fileParallelism: !serial }
});

export default defineConfig(({ command }) => ({
	plugins: process.env['VITEST'] ? [] : [sveltekit(), devSockets()],
	// These know `light-dark()`; rewritten for older ones, a part of a page could not be dark by itself.
	build: { cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
	// Bundled, a library costs only what is used of it: start-up time and memory are a third. Native ones stay outside.
	ssr: {
		noExternal: command === 'build' ? true : [],
		external: [
			'better-sqlite3',
			'sharp',
			'@node-rs/argon2',
			'piscina',
			'webtorrent',
			'fluent-ffmpeg',
			'iconv-lite'
		]
	},
	test: {
		projects: [
			project('unit', ['src/**/*.test.ts', 'tests/{structure,contracts}/**/*.test.ts']),
			project('app', ['tests/app/**/*.test.ts'], true),
			project('browser', ['tests/e2e/**/*.test.ts'], true),
			...(process.env['BIJOU_REAL'] ? [project('real', ['tests/real/**/*.test.ts'], true)] : [])
		]
	}
}));
