import { z } from 'zod';
import { permission, role } from '#core/access/person-schema.ts';
import { api } from '#server/platform/web.ts';

const self = z.object({
	id: z.string(),
	name: z.string(),
	role,
	kind: z.enum(['user', 'key']),
	permissions: z.array(permission)
});

export const GET = api(
	{ access: 'signed-in', summary: 'Who asks, and what they may do', tags: ['People'], output: self },
	({ actor: { userId: id, name, role, kind, permissions } }) => ({
		id,
		name,
		role,
		kind,
		permissions: [...permissions]
	})
);
