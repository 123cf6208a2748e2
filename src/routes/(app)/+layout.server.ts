import { page } from '#server/platform/web.ts';

export const load = page({ access: 'signed-in' }, ({ actor }) => ({
	person: { name: actor.name, role: actor.role, permissions: [...actor.permissions] }
}));
