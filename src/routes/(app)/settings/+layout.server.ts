import { page } from '#server/platform/web.ts';

export const load = page({ access: 'settings.manage' }, ({ app }) => ({
	sections: app.settings.list(),
	ports: app.providers.ports()
}));
