import Keyboard from '@lucide/svelte/icons/keyboard';
import Moon from '@lucide/svelte/icons/moon';
import Sun from '@lucide/svelte/icons/sun';
import SunMoon from '@lucide/svelte/icons/sun-moon';
import { registerCommands } from '$lib/client/commands.svelte.ts';
import { chooseTheme } from '$lib/client/theme.ts';
import type { I18n } from '$lib/i18n/i18n.ts';

/** What can be done from everywhere. */
export const shellCommands = ({ t, help }: { t: I18n['t']; help(): void }) =>
	registerCommands([
		{
			id: 'theme-dark',
			title: t('Dim the lights'),
			hint: t('Dark'),
			icon: Moon,
			run: () => chooseTheme('dark')
		},
		{
			id: 'theme-light',
			title: t('Lights on'),
			hint: t('Light'),
			icon: Sun,
			run: () => chooseTheme('light')
		},
		{
			id: 'theme-system',
			title: t('Lights as on this device'),
			hint: t('Auto'),
			icon: SunMoon,
			run: () => chooseTheme('system')
		},
		{ id: 'shortcuts', title: t('Keyboard shortcuts'), icon: Keyboard, keys: '?', run: help }
	]);
