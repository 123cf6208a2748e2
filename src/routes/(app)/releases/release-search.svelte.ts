import type { Line, ReleaseLine, whole } from '../../api/search/lines.ts';
import { createGathered, type AskedIndexer } from './gathered.ts';

/** What the server found before the page came. */
type Whole = Awaited<ReturnType<typeof whole>>;

/** One search at a time, whose answers are shown as they arrive. */
export function createReleaseSearch(firstKey: string, found: Whole | undefined) {
	let key = found ? firstKey : '';
	let releases = $state.raw<ReleaseLine[]>(found?.items ?? []);
	let indexers = $state.raw<AskedIndexer[]>((found?.indexers ?? []).map(toAsked));
	let running = $state(false);
	let fault = $state<string>();
	let tookMs = $state<number | undefined>(found?.ms);
	let ending: AbortController | undefined;

	async function start(parameters: string) {
		key = parameters;
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
	function stop() {
		ending?.abort();
		running = false;
	}

	return {
		start,
		stop,
		/** The address says what is searched: what runs or is there already stays. */
		follow(parameters: string) {
			if (parameters === key) return;
			if (parameters) return void start(parameters);
			stop();
			ending = undefined;
			key = '';
			releases = [];
			indexers = [];
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

const toAsked = ({ indexerId: id, indexer: name, ...rest }: Whole['indexers'][number]): AskedIndexer => ({
	id,
	name,
	...rest
});

async function* linesOf(parameters: string, signal: AbortSignal): AsyncGenerator<Line, void> {
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
