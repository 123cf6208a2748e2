import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

export const load = page({ access: 'system.read', topics: ['health'] }, async ({ app }) => ({
	findings: await app.system.health.findings(),
	about: { ...app.system.health.alive(), mode: app.config.mode, dataDir: app.config.dataDir }
}));

export const actions = {
	check: action({ access: 'system.read', form: z.object({}) }, async ({ app }) => {
		await app.system.health.findings({ fresh: true });
		return { checked: true };
	})
};
