import { page } from '#server/platform/web.ts';
import { portOf } from './port.ts';

export const load = page({ access: 'settings.manage', topics: ['providers'] }, ({ app, params }) => {
	const port = portOf(app, params['port']!);
	return { port, providers: app.providers.list(port.port), kinds: app.providers.kinds(port.port) };
});
