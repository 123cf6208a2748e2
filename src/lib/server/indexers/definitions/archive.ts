import { invalid } from '#server/platform/errors.ts';
import type { Http } from '#server/platform/http.ts';
import type { Workers } from '#server/platform/workers.ts';
import type { DefinitionStore } from './store.ts';
import type { ArchiveResult, ArchiveWork } from './unpack-archive.worker.ts';

interface Deps {
	http: Http;
	workers: Workers;
	store: DefinitionStore;
}

const maxBytes = 64 * 1024 * 1024;

/** Brings the definitions in line with an archive somewhere in the net; a faulty archive changes nothing. */
export async function syncArchive(address: string, { http, workers, store }: Deps, signal?: AbortSignal) {
	const response = await http.request(address, {
		maxBytes,
		timeoutMs: 120_000,
		...(signal && { signal })
	});
	const bytes = new Uint8Array(response.bytes());
	const result = await workers.run<ArchiveWork, ArchiveResult>(
		'unpack-archive',
		{ bytes },
		{ timeoutMs: 60_000, transfer: [bytes.buffer], ...(signal && { signal }) }
	);
	if (!result.ok) throw invalid(result.message);
	return store.replace('archive', result.files, signal);
}
