import type { AuditEntry } from '#server/accounts/types.ts';

/** Families of actions, as the filter names them. */
export const families: Record<string, string> = {
	session: 'Signing in and out',
	person: 'People',
	invitation: 'Invitations',
	key: 'API keys',
	settings: 'Settings',
	provider: 'Connections',
	backup: 'Backups'
};

const sentences: Record<string, string> = {
	'session.signed-in': 'Signed in with {method}',
	'session.refused': 'Sign-in of {target} refused',
	'session.locked-out': 'Sign-in of {target} locked for {wait} s after too many failures',
	'session.signed-out': 'Signed out',
	'session.switched': 'Switched to another profile on the same device',
	'session.ended': 'Ended a session',
	'session.ended-all': 'Ended {sessions} {sessions|session|sessions}',
	'person.added': '{target} was added as {role}',
	'person.changed': '{target} was changed',
	'person.removed': '{target} was removed',
	'person.password-reset': '{target} was given a new password',
	'person.password-changed': 'Changed the password',
	'person.two-factor-added': 'Switched the second step on',
	'person.two-factor-removed': 'The second step of {target} was taken off',
	'person.recovery-codes-renewed': 'Asked for new recovery codes',
	'person.passkey-added': 'Added the passkey {target}',
	'person.passkey-removed': 'Removed a passkey',
	'invitation.created': 'Made an invitation as {role}',
	'invitation.removed': 'Withdrew an invitation',
	'invitation.accepted': '{target} came in by an invitation',
	'key.created': 'Made the key {target}',
	'key.removed': 'Removed the key {target}',
	'settings.changed': 'Changed the settings {target}',
	'provider.added': 'Added the connection {target}',
	'provider.changed': 'Changed the connection {target}',
	'provider.removed': 'Removed the connection {target}',
	'backup.made': 'Made the backup {target}',
	'backup.uploaded': 'Brought in the backup {target}',
	'backup.removed': 'Removed the backup {target}',
	'backup.staged': 'Chose the backup {target} for the next start',
	'backup.unstaged': 'Called the restore off',
	'setup.admin-created': 'Opened this house'
};

type Translate = (message: string, values?: Record<string, string | number>) => string;

export function sentence({ action, target, details }: AuditEntry, t: Translate): string {
	const values = Object.fromEntries(
		Object.entries({ target: target || t('somebody'), ...details }).map(([key, value]) => [
			key,
			typeof value === 'number' ? value : t(String(value))
		])
	);
	return t(sentences[action] ?? action, values);
}
