import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { defineConfig } from 'vite';

const files = globSync('src/lib/server/**/*.worker.ts', { cwd: import.meta.dirname });
const workers = Object.fromEntries(
	files.map((file) => [basename(file, '.worker.ts'), resolve(import.meta.dirname, file)])
);

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
			// The bundler refuses to start from nothing.
			input: files.length > 0 ? workers : { none: 'data:text/javascript,export {}' },
			output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' }
		}
	}
});
