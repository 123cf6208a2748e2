import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export interface Load {
	p50: number;
	p99: number;
	perSecond: number;
}

export function percentile(values: number[], fraction: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))] ?? NaN;
}

function once(url: string, headers: Record<string, string>, agent: Agent): Promise<number> {
	return new Promise((done, reject) => {
		const started = performance.now();
		const call = request(url, { agent, headers }, (answer) => {
			if (answer.statusCode !== 200) return reject(new Error(`${url} answered ${answer.statusCode}`));
			answer.resume().on('end', () => done(performance.now() - started));
		});
		call.on('error', reject).end();
	});
}

/** Keeps `inFlight` requests under way until `total` are answered. */
export async function load(
	url: string,
	headers: Record<string, string>,
	{ inFlight = 50, total = 2000 } = {}
): Promise<Load> {
	const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
	for (let i = 0; i < inFlight; i++) await once(url, headers, agent);
	const times: number[] = [];
	const started = performance.now();
	let next = 0;
	await Promise.all(
		Array.from({ length: inFlight }, async () => {
			while (next++ < total) times.push(await once(url, headers, agent));
		})
	);
	agent.destroy();
	return {
		p50: percentile(times, 0.5),
		p99: percentile(times, 0.99),
		perSecond: (total / (performance.now() - started)) * 1000
	};
}
