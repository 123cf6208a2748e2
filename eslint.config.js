import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default tseslint.config(
	{ ignores: ['build/', '.svelte-kit/', 'data/', 'demo-data/', 'src/vendor/', 'test-results/', 'drizzle/'] },
	tseslint.configs.recommended,
	svelte.configs.recommended,
	{
		rules: {
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'no-empty': ['error', { allowEmptyCatch: false }],
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'svelte/no-navigation-without-resolve': 'off',
			// Many maps and sets are nobody's state: plain ones say so.
			'svelte/prefer-svelte-reactivity': 'off'
		}
	},
	{ files: ['src/lib/**', 'src/routes/**', 'src/hooks.server.ts'], rules: { 'no-console': 'error' } },
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		}
	}
);
