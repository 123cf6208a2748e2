export interface HostLimit {
	/** Requests at once to one host; 8 unless said. */
	concurrency?: number;
	/** From the start of one request to the start of the next. */
	minGapMs?: number;
}

interface Waiting extends HostLimit {
	go(): void;
}

interface Host {
	active: number;
	nextAt: number;
	queue: Waiting[];
	timer?: NodeJS.Timeout;
}

/** Lets requests pass host by host, in order, within each host's limits. */
export function createGate() {
	const hosts = new Map<string, Host>();

	const advance = (name: string, host: Host) => {
		clearTimeout(host.timer);
		const first = host.queue[0];
		const now = performance.now();
		if (!first) {
			if (host.active === 0 && host.nextAt <= now) hosts.delete(name);
			else if (host.active === 0) host.timer = later(name, host, host.nextAt - now);
			return;
		}
		if (host.active >= (first.concurrency ?? 8)) return;
		if (host.nextAt > now) {
			host.timer = later(name, host, host.nextAt - now);
			return;
		}
		host.queue.shift();
		host.active++;
		host.nextAt = now + (first.minGapMs ?? 0);
		first.go();
		advance(name, host);
	};
	const later = (name: string, host: Host, ms: number) => setTimeout(() => advance(name, host), ms).unref();

	/** Resolves with the way to leave again. */
	return function enter(name: string, limit: HostLimit, signal: AbortSignal): Promise<() => void> {
		const host = hosts.get(name) ?? { active: 0, nextAt: 0, queue: [] };
		hosts.set(name, host);
		return new Promise((resolve, reject) => {
			const leave = () => {
				host.active--;
				advance(name, host);
			};
			const waiting: Waiting = {
				...limit,
				go() {
					signal.removeEventListener('abort', giveUp);
					resolve(leave);
				}
			};
			const giveUp = () => {
				host.queue = host.queue.filter((other) => other !== waiting);
				advance(name, host);
				reject(signal.reason);
			};
			if (signal.aborted) return reject(signal.reason);
			signal.addEventListener('abort', giveUp, { once: true });
			host.queue.push(waiting);
			advance(name, host);
		});
	};
}
