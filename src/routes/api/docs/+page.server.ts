import { readableGroups } from './reading.ts';
import { page } from '#server/platform/web.ts';
import { apiDocument } from './document.ts';

export const csr = false;

export const load = page({ access: 'open' }, async ({ app }) => {
	const document = await apiDocument(app.config.version);
	return { version: app.config.version, groups: readableGroups(document) };
});
