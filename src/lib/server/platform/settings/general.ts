import { z } from 'zod';
import { defineSettings } from '../settings.ts';

export const generalSettings = defineSettings('general', {
	title: 'General',
	description: 'What this house is called and how it speaks to people who have not chosen for themselves.',
	group: 'The house',
	schema: z.object({
		instanceName: z.string().trim().min(1).max(60).default('Bijou').meta({
			title: 'Name',
			description: 'Shown on the sign-in page and in notifications.'
		}),
		language: z
			.enum(['auto', 'en', 'de'])
			.default('auto')
			.meta({
				title: 'Language',
				description: 'For people who have not chosen one.',
				labels: { auto: 'As the browser asks', en: 'English', de: 'Deutsch' }
			}),
		address: z
			.url({ protocol: /^https?$/, error: 'Give a full address such as https://bijou.example.org' })
			.optional()
			.meta({
				title: 'Public address',
				description: 'Used for links in notifications.',
				placeholder: 'https://bijou.example.org',
				advanced: true
			})
	}),
	env: { instanceName: 'INSTANCE_NAME', address: 'ORIGIN' }
});
