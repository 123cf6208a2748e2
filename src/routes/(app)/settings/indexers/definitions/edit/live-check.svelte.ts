export interface Fault {
	severity: 'error' | 'warning';
	line: number;
	column: number;
	message: string;
}

const pauseMs = 400;

/** Has the text checked whenever typing pauses; what was asked before no longer counts. */
export function createLiveCheck(text: () => string) {
	let faults = $state<Fault[]>();
	$effect(() => {
		const body = text();
		const ending = new AbortController();
		const timer = setTimeout(async () => {
			const answer = await fetch('/api/indexers/definitions/validate', {
				method: 'POST',
				headers: { 'content-type': 'text/yaml' },
				body,
				signal: ending.signal
			}).catch(() => undefined);
			if (answer?.ok) faults = ((await answer.json()) as { faults: Fault[] }).faults;
		}, pauseMs);
		return () => {
			clearTimeout(timer);
			ending.abort();
		};
	});
	return {
		get faults() {
			return faults;
		}
	};
}
