import { said } from '#core/text/said.ts';
import { defineTask } from '#server/platform/tasks.ts';
import type { TaskDefinition } from '#server/platform/tasks.ts';
import type { Settings } from '#server/platform/settings.ts';
import type { Audit } from './audit.ts';
import type { Invitations } from './invitations.ts';
import type { Lockout } from './lockout.ts';
import type { Sessions } from './sessions.ts';
import { signInSettings } from './settings.ts';

interface TaskDeps {
	audit: Audit;
	invitations: Invitations;
	lockout: Lockout;
	sessions: Sessions;
	settings: Settings;
	now(): number;
}

const day = 24 * 3600_000;

export const accountTasks = (deps: TaskDeps): TaskDefinition[] => [
	defineTask({
		id: 'accounts.tidy',
		title: 'Tidy up accounts',
		description: 'Removes sessions and invitations that ended, and audit entries past their time.',
		every: '1d',
		run() {
			const { auditDays } = deps.settings.get(signInSettings);
			const entries = deps.audit.purge(deps.now() - auditDays * day);
			const ended = deps.sessions.prune();
			deps.invitations.prune();
			deps.lockout.prune();
			return said(
				'Removed {sessions} {sessions|session|sessions} and {entries} audit {entries|entry|entries}.',
				{
					sessions: ended,
					entries
				}
			);
		}
	})
];
