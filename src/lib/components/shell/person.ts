import type { Permission, Role } from '#core/access/permissions.ts';

/** Who is signed in, as far as the shell shows it. */
export interface ShellPerson {
	name: string;
	role: Role;
	permissions: Permission[];
}
