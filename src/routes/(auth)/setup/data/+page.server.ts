import { stepAfter } from '#core/access/setup-steps.ts';
import { page } from '#server/platform/web.ts';

export const load = page({ access: 'system.read' }, async ({ app }) => ({
	folder: app.config.dataDir,
	findings: await app.system.health.findings({ fresh: true }),
	next: stepAfter('/setup/data')
}));
