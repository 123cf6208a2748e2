import { api, listOf } from '#server/platform/web.ts';
import { draft, provider } from '../providers/provider.ts';

const access = 'settings.manage';
const tags = ['Downloads'];
const port = 'download-client';

export const GET = api(
	{ access, summary: 'List the download clients', tags, output: listOf(provider) },
	({ app }) => {
		const items = app.providers.list(port);
		return { items, total: items.length };
	}
);

export const POST = api(
	{ access, summary: 'Add a download client', tags, body: draft, output: provider, status: 201 },
	({ app, body }) => app.providers.create(port, body)
);
