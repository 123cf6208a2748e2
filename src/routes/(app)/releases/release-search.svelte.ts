import type { Line, ReleaseLine } from '../../api/search/lines.ts';
import { createGathered, type AskedIndexer } from './gathered.ts';

/** One search at a time, whose answers are shown as they arrive. */
export function createReleaseSearch() {
	let releases = $state.raw<ReleaseLine[]>([]);
	let indexers = $state.raw<AskedIndexer[]>([]);
	let running = $state(false);
	let fault = $state<string>();
	let tookMs = $state<number>();
	let ending: AbortController | undefined;

	async function start(parameters: URLSearchParams) {
		ending?.abort();
		const own = (ending = new AbortController());
		const gathered = createGathered();
		let due = false;
		running = true;
		fault = undefined;

		const show = () => {
			due = false;
			if (own !== ending) return;
			releases = gathered.releases();
			indexers = gathered.indexers();
			tookMs = gathered.tookMs();
		};
		/** Many lines arrive within one picture; the page is drawn once for all of them. */
		const soon = () => {
			if (!due) requestAnimationFrame(show);
			due = true;
		};
		const read = async () => {
			for await (const line of linesOf(parameters, own.signal)) {
				gathered.take(line);
				soon();
			}
		};
		show();
		await read().catch((error: unknown) => {
			if (!own.signal.aborted) fault = error instanceof Error ? error.message : String(error);
		});
		if (own !== ending) return;
		show();
		running = false;
	}

	return {
		start,
		stop() {
			ending?.abort();
			running = false;
		},
		get releases() {
			return releases;
		},
		get indexers() {
			return indexers;
		},
		get running() {
			return running;
		},
		get fault() {
			return fault;
		},
		get tookMs() {
			return tookMs;
		}
	};
}

async function* linesOf(parameters: URLSearchParams, signal: AbortSignal): AsyncGenerator<Line> {
	const answer = await fetch(`/api/search?${parameters}`, {
		headers: { accept: 'application/x-ndjson' },
		signal
	});
	if (!answer.ok) throw new Error(((await answer.json()) as { error: { message: string } }).error.message);
	let rest = '';
	const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
	for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
		const parts = (rest + value).split('\n');
		rest = parts.pop()!;
		for (const part of parts) yield JSON.parse(part) as Line;
	}
}
