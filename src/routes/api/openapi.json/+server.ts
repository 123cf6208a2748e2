import { api } from '#server/platform/web.ts';
import { apiDocument } from '../docs/document.ts';

export const GET = api(
	{ access: 'open', summary: 'This description', tags: ['System'], outputType: 'application/json' },
	({ app }) => apiDocument(app.config.version)
);
