import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatBytes } from '#core/text/bytes.ts';
import { rawDb } from '#server/platform/db.ts';
import type { Db } from '#server/platform/db.ts';
import { freeSpace } from '#server/platform/files.ts';
import type { Check } from '#server/platform/module.ts';
import type { Backups } from './backups.ts';

const day = 86_400_000;
const scarceBytes = 1024 ** 3;
const oldBackup = 3 * day;

interface CheckDeps {
	db: Db;
	dataDir: string;
	backups: Backups;
	dailyBackups(): boolean;
	now(): number;
}

export const systemChecks = (deps: CheckDeps): Check[] => [
	{
		name: 'database',
		title: 'Database',
		essential: true,
		run() {
			rawDb(deps.db).prepare('SELECT count(*) FROM sqlite_master').get();
			return { state: 'ready', message: 'The database answers.' };
		}
	},
	{
		name: 'data-folder',
		title: 'Data folder',
		essential: true,
		async run() {
			const probe = join(deps.dataDir, `.probe-${randomBytes(6).toString('hex')}`);
			try {
				await writeFile(probe, 'x');
			} catch (error) {
				const { code } = error as NodeJS.ErrnoException;
				if (code === 'ENOSPC')
					return { state: 'degraded', message: 'The disk is full. Nothing can be kept.' };
				const message = 'The data folder refuses writing ({code}). Nothing can be kept.';
				return { state: 'degraded', message, values: { code: code ?? '' } };
			} finally {
				await rm(probe, { force: true });
			}
			return { state: 'ready', message: 'The data folder can be written to.' };
		}
	},
	{
		name: 'disk-space',
		title: 'Room for data',
		async run() {
			const { freeBytes } = await freeSpace(deps.dataDir);
			const values = { size: formatBytes(freeBytes) };
			if (freeBytes >= scarceBytes) return { state: 'ready', message: '{size} are free.', values };
			return {
				state: 'degraded',
				message: 'Only {size} are left on the disk of the data folder. Free some space.',
				values
			};
		}
	},
	{
		name: 'backups',
		title: 'Backups',
		run() {
			const action = { label: 'Open backups', href: '/system/backups' };
			const newest = deps.backups.list().find(({ reason }) => reason === 'scheduled' || reason === 'manual');
			if (!deps.dailyBackups()) {
				const message = 'Daily backups are switched off.';
				return { state: 'needs-configuration', message, action: { ...action, href: '/settings/backups' } };
			}
			if (!newest) return { state: 'ready', message: 'The first backup is made tonight.', action };
			const days = Math.floor((deps.now() - newest.madeAt) / day);
			if (deps.now() - newest.madeAt < oldBackup)
				return { state: 'ready', message: 'A recent backup exists.' };
			return {
				state: 'degraded',
				message: 'The newest backup is {days} days old.',
				values: { days },
				action
			};
		}
	}
];
