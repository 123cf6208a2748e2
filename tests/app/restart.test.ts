import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startServer, temporaryFolder } from '../harness/server.ts';

const json = { 'content-type': 'application/json' };

test('a restore is completed by a restart that the page or a program asks for', async () => {
	const dataDir = temporaryFolder();
	const theme = () => ({ method: 'PATCH', headers: json, body: JSON.stringify({ language: 'de' }) });
	try {
		await using server = await startServer({ dataDir, env: { BIJOU_KEPT: '1' } });
		const { name } = await server.json<{ name: string }>('/api/system/backups', { method: 'POST' });
		await server.json('/api/settings/general', theme());
		await server.json(`/api/system/backups/${name}/restore`, { method: 'POST' });
		const answer = await server.fetch('/api/system/restart', { method: 'POST' });
		expect([answer.status, await answer.json()]).toEqual([202, { restarting: true }]);
		expect(await server.ended).toBe(75);

		await using again = await startServer({ dataDir });
		const { values } = await again.json<{ values: { language: string } }>('/api/settings/general');
		expect(values.language).not.toBe('de');
		const refused = await again.fetch('/api/system/restart', { method: 'POST' });
		expect(refused.status).toBe(409);
		expect(await refused.text()).toContain('Nothing would start Bijou again');
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
});
