import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addRoot, below, folder, lay, look, nobody, rowsOf, send, until } from '../harness/imports.ts';
import { startServer } from '../harness/server.ts';

const discs = 8;
const parts = 12;
const name = (at: number) => `Disc Film ${at} (19${20 + at})`;

/** As large as discs are for a machine that is killed while it copies them. */
function world(source: string) {
	for (let at = 0; at < discs; at++)
		for (let part = 0; part < parts; part++)
			lay(source, {
				[`${name(at)}/VIDEO_TS/VTS_${String(part).padStart(2, '0')}_1.VOB`]: Buffer.alloc(700_000, at + 1)
			});
}

const isWhole = (disc: string) =>
	existsSync(disc) &&
	readdirSync(disc).length === parts &&
	readdirSync(disc).every((part) => readFileSync(join(disc, part)).length === 700_000);

test(
	'discs on their way to another disk survive each kill whole, on one side or the other',
	{ timeout: 120_000 },
	async ({ skip }) => {
		const source = folder('discs');
		try {
			execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', source], { stdio: 'ignore' });
		} catch {
			skip('Another disk can only be mounted by root.');
		}
		try {
			world(source);
			const root = folder('films');
			const dataDir = folder('data');
			let server = await startServer({ env: nobody, dataDir });
			await addRoot(server, root);
			const found = await look(server, source);
			expect(found.counts.files).toBe(discs);
			await send(server, 'PATCH', `/api/import/look/${found.id}/rows`, {
				rows: 'all',
				set: { chosen: true }
			});
			await send(server, 'POST', '/api/import', { lookId: found.id });
			for (const share of [0.25, 0.6]) {
				const enough = discs * parts * share;
				while (
					readdirSync(root, { recursive: true }).filter((path) => String(path).endsWith('VOB')).length <
					enough
				)
					await new Promise((later) => setTimeout(later, 2));
				await server.stop('SIGKILL');
				for (let at = 0; at < discs; at++) {
					const [there, here] = [join(source, name(at), 'VIDEO_TS'), join(root, name(at), 'VIDEO_TS')];
					const arrived = existsSync(join(root, name(at)))
						? readdirSync(join(root, name(at))).filter((entry) => /^\.bijou-arriving-\d+$/.test(entry))
						: [];
					const whole = [there, here, ...arrived.map((entry) => join(root, name(at), entry))].filter(isWhole);
					expect(whole.length, name(at)).toBeGreaterThan(0);
					if (existsSync(here)) expect(isWhole(here)).toBe(true);
				}
				server = await startServer({ env: nobody, dataDir });
			}
			const done = await until(server, found.id, /done/);
			expect(done.counts).toMatchObject({ imported: discs, failed: 0 });
			for (let at = 0; at < discs; at++) expect(isWhole(join(root, name(at), 'VIDEO_TS'))).toBe(true);
			expect(readdirSync(source)).toEqual([]);
			expect(
				readdirSync(root, { recursive: true }).filter((path) => String(path).includes('.bijou-'))
			).toEqual([]);
			expect(await server.json('/api/library/files?limit=1')).toMatchObject({ total: discs });

			await send(server, 'POST', '/api/library/scan', { full: true });
			await expect
				.poll(
					async () =>
						(await server.json<{ items: { report: object | null }[] }>('/api/root-folders')).items[0]!.report,
					{
						timeout: 20_000
					}
				)
				.toMatchObject({ added: 0, missing: 0, moved: 0, changed: 0 });

			await send(server, 'POST', '/api/library/undo', { id: done.undoId });
			expect(below(root)).toEqual([]);
			for (let at = 0; at < discs; at++) expect(isWhole(join(source, name(at), 'VIDEO_TS'))).toBe(true);
			expect(await server.json('/api/library/movies')).toMatchObject({ total: 0 });
			await server.stop();
		} finally {
			execFileSync('umount', ['-l', source]);
		}
	}
);

test('a disc that the target has no room for stays where it is', { timeout: 60_000 }, async ({ skip }) => {
	const small = folder('small');
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=70m', 'tmpfs', small], { stdio: 'ignore' });
	} catch {
		skip('A small disk can only be mounted by root.');
	}
	try {
		await using server = await startServer({ env: nobody });
		await addRoot(server, small);
		const incoming = lay(folder('incoming'), {
			'Big Film (2001)/BDMV/STREAM/00001.m2ts': Buffer.alloc(12_000_000, 1),
			'Big Film (2001)/BDMV/index.bdmv': 'index'
		});
		const found = await look(server, incoming);
		await send(server, 'PATCH', `/api/import/look/${found.id}/rows`, { rows: 'all', set: { chosen: true } });
		await send(server, 'POST', '/api/import', { lookId: found.id });
		expect((await until(server, found.id, /done/)).counts).toMatchObject({ imported: 0, failed: 1 });
		expect((await rowsOf(server, found.id))[0]).toMatchObject({
			fault: 'The disk is full. Free some space and try again.'
		});
		expect(below(incoming)).toHaveLength(2);
		expect(readdirSync(small)).toEqual([]);
	} finally {
		execFileSync('umount', ['-l', small]);
	}
});
