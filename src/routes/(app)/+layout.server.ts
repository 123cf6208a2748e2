import { page } from '#server/platform/web.ts';

export const load = page({ access: 'signed-in' }, ({ app, actor }) => ({
	// Read before anything else of the page, so that no change falls between its drawing and its listening.
	drawnAt: app.sockets.position(),
	person: { name: actor.name, role: actor.role, permissions: [...actor.permissions] }
}));
