import { api } from '#server/platform/web.ts';

export const GET = api(
	{ access: 'metrics', summary: 'Figures for Prometheus', tags: ['System'], outputType: 'text/plain' },
	({ app }) =>
		new Response(app.metrics.text(), {
			headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }
		})
);
