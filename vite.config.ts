import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { devSockets } from './src/vite-dev-sockets.ts';

// Tests run on plain modules (Node's own `#` imports); what needs Kit is tested through the built server.
const project = (name: string, include: string[], serial = false) => ({
	extends: true as const,
	test: { name, include, environment: 'node', testTimeout: 20_000, fileParallelism: !serial }
});

export default defineConfig({
	plugins: process.env['VITEST'] ? [] : [sveltekit(), devSockets()],
	test: {
		projects: [
			project('unit', ['src/**/*.test.ts', 'tests/{structure,contracts}/**/*.test.ts']),
			project('app', ['tests/app/**/*.test.ts'], true),
			project('browser', ['tests/e2e/**/*.test.ts'], true)
		]
	}
});
