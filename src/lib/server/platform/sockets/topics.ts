import type { Access } from '#core/access/permissions.ts';
import type { Events } from '../../events.ts';

export interface Message {
	topic: string;
	id?: string | number;
	data?: unknown;
}

/** What somebody must be allowed to see for each topic. A topic that is not named here does not exist. */
export const topicAccess: Record<string, Access> = {
	library: 'library.read',
	jobs: 'signed-in',
	job: 'signed-in',
	tasks: 'system.read',
	task: 'system.read',
	settings: 'settings.manage',
	providers: 'settings.manage',
	profiles: 'signed-in',
	definitions: 'settings.manage',
	releases: 'search.use',
	downloads: 'search.use',
	download: 'search.use',
	blocklist: 'downloads.manage',
	imports: 'library.edit',
	backups: 'system.manage',
	health: 'system.read'
};

/** Topics that carry numbers: only the newest message of each id counts. */
export const progressTopics: ReadonlySet<string> = new Set(['job', 'task', 'download']);

type Translation = { [E in keyof Events]?: (fact: Events[E]) => Message };

/** The one place where facts become messages. */
export const translation: Translation = {
	'settings.changed': ({ section }) => ({ topic: 'settings', id: section }),
	'provider.changed': ({ id }) => ({ topic: 'providers', id }),
	'job.changed': ({ id }) => ({ topic: 'jobs', id }),
	'job.progress': ({ id, fraction, note }) => ({ topic: 'job', id, data: { fraction, note } }),
	'library.changed': ({ kind, id }) => ({ topic: 'library', id: id === undefined ? kind : `${kind}:${id}` }),
	'task.changed': ({ id }) => ({ topic: 'tasks', id }),
	'task.progress': ({ id, fraction, note }) => ({ topic: 'task', id, data: { fraction, note } }),
	'profiles.changed': () => ({ topic: 'profiles' }),
	'definitions.changed': () => ({ topic: 'definitions' }),
	'releases.seen': ({ indexerId }) => ({ topic: 'releases', id: indexerId }),
	'download.changed': ({ id }) => ({ topic: 'downloads', id }),
	'download.progress': ({ id, ...data }) => ({ topic: 'download', id, data }),
	'blocklist.changed': () => ({ topic: 'blocklist' }),
	'import.changed': ({ id }) => ({ topic: 'imports', id }),
	'backup.changed': ({ name }) => ({ topic: 'backups', id: name }),
	'health.changed': ({ name }) => ({ topic: 'health', id: name })
};
