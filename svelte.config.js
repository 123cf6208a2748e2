import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		// Kit looks at form posts only; platform/web/origin.ts guards every method, and knows all our addresses.
		csrf: { trustedOrigins: ['*'] },
		adapter: adapter({ out: 'build', precompress: true, envPrefix: 'BIJOU_KIT_' })
	}
};
