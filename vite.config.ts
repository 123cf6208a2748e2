import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

// Tests run on plain modules (Node's own `#` imports); what needs Kit is tested through the built server.
export default defineConfig({
	plugins: process.env['VITEST'] ? [] : [sveltekit()],
	test: {
		include: ['src/**/*.test.ts', 'tests/{app,contracts,structure}/**/*.test.ts'],
		environment: 'node',
		testTimeout: 20_000
	}
});
