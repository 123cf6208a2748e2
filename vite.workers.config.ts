import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { readDefinitions } from './src/lib/server/profiles/shipped.ts';

const files = globSync('src/lib/server/**/*.worker.ts', { cwd: import.meta.dirname });
const workers = Object.fromEntries(
	files.map((file) => [basename(file, '.worker.ts'), resolve(import.meta.dirname, file)])
);

/** What ships in definitions/ is read while building, so that no start has to. */
const shipped: Plugin = {
	name: 'bijou-shipped',
	async generateBundle() {
		const source = JSON.stringify(await readDefinitions(resolve(import.meta.dirname, 'definitions')));
		this.emitFile({ type: 'asset', fileName: 'shipped.json', source });
	}
};

/** The second pass of the build: each worker becomes build/workers/NAME.js; packages stay outside. */
export default defineConfig({
	publicDir: false,
	plugins: [shipped],
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
