import type { Role } from '#core/access/permissions.ts';

export const roleTitles: Record<Role, string> = {
	admin: 'Runs this house',
	member: 'Member',
	guest: 'Guest'
};

export const roleMeanings: Record<Role, string> = {
	admin: 'May do everything.',
	member: 'Watches and searches.',
	guest: 'Watches.'
};
