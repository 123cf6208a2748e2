import { z } from 'zod';
import { defineSettings } from '#server/platform/settings.ts';

export const backupSettings = defineSettings('backups', {
	title: 'Backups',
	description:
		'Copies of the database, made while Bijou runs. They are kept in the folder "backups" of the data folder.',
	group: 'The house',
	schema: z.object({
		daily: z.boolean().default(true).meta({
			title: 'Back up every day',
			description: 'At night; when the machine is off then, soon after it is back.'
		}),
		keepScheduled: z.number().int().min(1).max(100).default(7).meta({
			title: 'Keep daily backups',
			unit: 'copies'
		}),
		keepAutomatic: z.number().int().min(1).max(100).default(3).meta({
			title: 'Keep copies from before updates and restores',
			description: 'Backups that you made or uploaded yourself stay until you delete them.',
			unit: 'copies',
			advanced: true
		})
	})
});
