import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { defineConfig } from 'vite';

const workers = globSync('src/lib/server/**/*.worker.ts', { cwd: import.meta.dirname });

/** The second pass of the build: each worker becomes build/workers/NAME.js; packages stay outside. */
export default defineConfig({
	publicDir: false,
	build: {
		ssr: true,
		outDir: 'build/workers',
		emptyOutDir: true,
		target: 'node24',
		minify: false,
		rollupOptions: {
			input: Object.fromEntries(
				workers.map((file) => [basename(file, '.worker.ts'), resolve(import.meta.dirname, file)])
			),
			output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' }
		}
	}
});
