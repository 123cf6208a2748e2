export const permissions = {
	'library.read': 'See the library',
	'library.play': 'Play',
	'library.edit': 'Change items and files',
	'library.delete': 'Delete items and files',
	'search.use': 'Search indexers',
	'downloads.manage': 'Grab, pause and remove downloads',
	'settings.manage': 'Change settings and providers',
	'system.read': 'See health, tasks, jobs and logs',
	'system.manage': 'Run tasks, cancel jobs, back up and restore',
	'users.manage': 'Invite and change people',
	metrics: 'Read metrics'
} as const;

export type Permission = keyof typeof permissions;
export const roles = ['admin', 'member', 'guest'] as const;
export type Role = (typeof roles)[number];
/** What a route asks for; it must be said, there is no default. `in-person` is a session: no key will do. */
export type Access = 'open' | 'signed-in' | 'in-person' | Permission;

export const allPermissions = Object.keys(permissions) as Permission[];

export const rolePermissions: Record<Role, readonly Permission[]> = {
	admin: allPermissions,
	member: ['library.read', 'library.play', 'search.use'],
	guest: ['library.read', 'library.play']
};

export interface Actor {
	kind: 'user' | 'key';
	userId: string;
	name: string;
	role: Role;
	permissions: ReadonlySet<Permission>;
	sessionId?: string;
	keyId?: string;
}

export type Refusal = 'unauthorized' | 'forbidden';

export function refusal(access: Access, actor: Actor | undefined): Refusal | undefined {
	if (access === 'open') return undefined;
	if (!actor) return 'unauthorized';
	if (access === 'signed-in') return undefined;
	const enough = access === 'in-person' ? actor.kind === 'user' : actor.permissions.has(access);
	return enough ? undefined : 'forbidden';
}
