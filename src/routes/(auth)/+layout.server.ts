import { page } from '#server/platform/web.ts';

export const load = page({ access: 'open' }, ({ app }) => ({
	house: String(app.settings.describe('general').values['instanceName'] ?? 'Bijou')
}));
