import { api } from '#server/platform/web.ts';
import { patch, provider } from '../../providers/provider.ts';
import { downloadParams as params } from '../../queue/download.ts';

const tags = ['Downloads'];
const port = 'download-client';
const spec = { access: 'settings.manage', params } as const;

export const GET = api(
	{ ...spec, tags, summary: 'One download client', output: provider },
	({ app, params }) => app.providers.of(port, params.id)
);

export const PATCH = api(
	{ ...spec, tags, summary: 'Change a download client', body: patch, output: provider },
	({ app, params, body }) => app.providers.update(app.providers.of(port, params.id).id, body)
);

export const DELETE = api(
	{ ...spec, tags, summary: 'Remove a download client', status: 204 },
	({ app, params }) => app.providers.remove(app.providers.of(port, params.id).id)
);
