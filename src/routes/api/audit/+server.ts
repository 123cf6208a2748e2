import { auditEntry, auditFilter } from '#core/access/person-schema.ts';
import { api, listOf, listQuery } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'users.manage',
		summary: 'Read the audit log, newest first',
		tags: ['System'],
		query: listQuery.pick({ limit: true, cursor: true }).extend(auditFilter.shape),
		output: listOf(auditEntry)
	},
	({ app, query }) => app.accounts.audit.list(query)
);
