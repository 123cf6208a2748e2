import { stepAfter } from '#core/access/setup-steps.ts';
import { page } from '#server/platform/web.ts';

const port = 'download-client';

export const load = page({ access: 'settings.manage' }, ({ app }) => ({
	kinds: app.providers.kinds(port).map(({ kind, title, description }) => ({ kind, title, description })),
	connected: app.providers.list(port).map(({ id, name }) => ({ id, name })),
	next: stepAfter('/setup/downloads')
}));
