import { connect } from 'node:net';
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

interface Line {
	/** Asks for one path and resolves, with the milliseconds it took, when all of the answer is here. */
	ask(path: string): Promise<number>;
	close(): void;
}

const lastChunk = Buffer.from('0\r\n\r\n');

/** Finds where an answer ends, and no more: to read it as HTTP clients do costs more than to answer it. */
function createReader(done: () => void, failed: (error: Error) => void): (bytes: Buffer) => void {
	let head = '';
	let missing: number | undefined;
	return (bytes) => {
		let body = bytes;
		if (missing === undefined) {
			const before = head.length;
			head += bytes.toString('latin1');
			const end = head.indexOf('\r\n\r\n');
			if (end < 0) return;
			if (!head.startsWith('HTTP/1.1 200 ')) return failed(new Error(`answered ${head.slice(0, end)}`));
			missing = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Infinity);
			body = bytes.subarray(end + 4 - before);
		}
		missing -= body.length;
		const over = missing === Infinity ? body.subarray(-lastChunk.length).equals(lastChunk) : missing <= 0;
		if (!over) return;
		head = '';
		missing = undefined;
		done();
	};
}

function openLine({ hostname, port, host }: URL, headers: Record<string, string>): Promise<Line> {
	const fields = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
	return new Promise((opened, refused) => {
		let started = 0;
		let done: (ms: number) => void = () => undefined;
		let failed = refused;
		const read = createReader(
			() => done(performance.now() - started),
			(error) => failed(error)
		);
		const buffer = Buffer.alloc(64 * 1024);
		const socket = connect({
			host: hostname,
			port: Number(port),
			noDelay: true,
			onread: { buffer, callback: (size) => (read(buffer.subarray(0, size)), true) }
		});
		const ask = (path: string) =>
			new Promise<number>((resolve, reject) => {
				[done, failed] = [resolve, reject];
				started = performance.now();
				socket.write(`GET ${path} HTTP/1.1\r\n${fields.join('')}\r\n`, 'latin1');
			});
		socket.on('connect', () => opened({ ask, close: () => socket.destroy() }));
		socket.on('error', (error) => failed(error));
		socket.on('close', () => failed(new Error('the connection was closed')));
	});
}

export interface LoadOptions {
	inFlight?: number;
	total?: number;
	/** Asked before the clock runs. */
	warmUp?: number;
}

/** Keeps `inFlight` requests under way, each on a connection of its own, until `total` are answered. */
export async function load(
	url: string | ((index: number) => string),
	headers: Record<string, string>,
	{ inFlight = 50, total = 2000, warmUp = 1000 }: LoadOptions = {}
): Promise<Load> {
	const addressOf = typeof url === 'string' ? () => url : url;
	const lines = await Promise.all(
		Array.from({ length: inFlight }, () => openLine(new URL(addressOf(0)), headers))
	);
	let next = 0;
	const pathOf = (address: string) => address.slice(new URL(address).origin.length);
	const askUntil = async (last: number) => {
		const times: number[] = [];
		await Promise.all(
			lines.map(async ({ ask }) => {
				while (next < last) times.push(await ask(pathOf(addressOf(next++))));
			})
		);
		return times;
	};
	await askUntil(warmUp);
	const started = performance.now();
	const times = await askUntil(warmUp + total);
	const perSecond = (total / (performance.now() - started)) * 1000;
	for (const line of lines) line.close();
	return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), perSecond };
}
