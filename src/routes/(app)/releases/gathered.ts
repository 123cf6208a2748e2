import type { Line, ReleaseLine } from '../../api/search/lines.ts';

export type IndexerState = 'asked' | Extract<Line, { kind: 'outcome' }>['outcome']['state'];

export interface AskedIndexer {
	id: number;
	name: string;
	state: IndexerState;
	found: number;
	ms: number;
	message?: string | undefined;
}

/** What the lines of one search amount to so far. */
export function createGathered() {
	const releases = new Map<string, ReleaseLine>();
	const indexers = new Map<number, AskedIndexer>();
	let tookMs: number | undefined;
	return {
		take(line: Line) {
			if (line.kind === 'started')
				for (const { id, name } of line.indexers)
					indexers.set(id, { id, name, state: 'asked', found: 0, ms: 0 });
			else if (line.kind === 'releases')
				for (const release of line.releases) releases.set(release.id, release);
			else if (line.kind === 'outcome') {
				const { indexerId: id, indexer: name, ...rest } = line.outcome;
				indexers.set(id, { id, name, ...rest });
			} else tookMs = line.ms;
		},
		releases: () => [...releases.values()],
		indexers: () => [...indexers.values()],
		tookMs: () => tookMs
	};
}
