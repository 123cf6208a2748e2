import { join } from 'node:path';
import { prepared } from '#server/platform/statements.ts';
import { baseOf } from './base-of.ts';
import type { Road } from './deps.ts';
import { patchRow, rowsById, type LookRow } from './queries.ts';
import { settleRows } from './settle.ts';

const atOnce = 2;
/** More than these are looked into by the library, once they are there. */
const mostProbed = 300;
const settleAfter = 10;

interface ProbeOptions {
	signal: AbortSignal;
	told(share: number): void;
}

/** Looks into the files, a few at a time; without ffprobe the names have to do. */
export async function probeRows(road: Road, look: LookRow, { signal, told }: ProbeOptions): Promise<void> {
	const { db, bus, library } = road;
	const ids = prepared(
		db,
		`SELECT id FROM import_rows WHERE lookId = ? AND state <> 'refused' AND probe IS NULL AND probeFault IS NULL ORDER BY id LIMIT ?`
	)
		.pluck()
		.all(look.id, mostProbed) as number[];
	const base = await baseOf(look.path).catch(() => undefined);
	if (base === undefined) return;
	const queue = ids.values();
	let done = 0;
	let fresh: number[] = [];
	const publish = async () => {
		const settled = fresh;
		fresh = [];
		await settleRows(road, look.id, settled, { signal });
		bus.emit('import.changed', { id: look.id });
	};
	const worker = async () => {
		for (const id of queue) {
			signal.throwIfAborted();
			const [row] = rowsById(db, look.id, [id]);
			if (row && row.outcome === null) {
				const found = await library.intake.probe(join(base, row.path), signal).catch(() => undefined);
				// No ffprobe: none of the others can be looked into either.
				if (!found) return;
				if ('probe' in found) patchRow(db, id, { probe: found.probe });
				else patchRow(db, id, { probeFault: found.fault });
				fresh.push(id);
			}
			told((done += 1) / ids.length);
			if (fresh.length >= settleAfter) await publish();
		}
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, ids.length) }, worker));
	if (fresh.length > 0) await publish();
}
