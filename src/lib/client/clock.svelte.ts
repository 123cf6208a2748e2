/** One clock for all relative times: the server's moment until the page is alive, then the browser's. */
export function createClock(first: number): { readonly now: number; start(): () => void } {
	let now = $state(first);
	return {
		get now() {
			return now;
		},
		start() {
			now = Date.now();
			const timer = setInterval(() => (now = Date.now()), 20_000);
			return () => clearInterval(timer);
		}
	};
}
