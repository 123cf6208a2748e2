import { connect, isIPv4 } from 'node:net';
import type { LookupFunction, Socket } from 'node:net';

interface SocksOptions {
	proxy: URL;
	host: string;
	port: number;
	lookup: LookupFunction;
	timeoutMs: number;
}

const refusals = [
	...['', 'general failure', 'not allowed by its rules', 'network unreachable', 'host unreachable'],
	...['connection refused', 'TTL expired', 'command not supported', 'address type not supported']
];

/** A tunnel through a SOCKS5 proxy (RFC 1928, RFC 1929); names are resolved by the proxy. */
export async function openSocks({ proxy, host, port, lookup, timeoutMs }: SocksOptions): Promise<Socket> {
	const socket = connect({ host: bare(proxy.hostname), port: Number(proxy.port || 1080), lookup });
	socket.setTimeout(timeoutMs, () => socket.destroy(timedOut(proxy)));
	try {
		await connected(socket);
		const read = reader(socket);
		await greet(socket, read, proxy);
		socket.write(Buffer.concat([Buffer.from([5, 1, 0]), address(bare(host)), uint16(port)]));
		const [, code, , type] = await read(4);
		if (code !== 0) throw failure(proxy, refusals[code!] ?? `error ${code}`);
		const length = type === 1 ? 4 : type === 4 ? 16 : (await read(1))[0]!;
		await read(length + 2);
		return socket.setTimeout(0);
	} catch (error) {
		socket.on('error', () => undefined).destroy();
		throw error;
	}
}

type Read = (size: number) => Promise<Buffer>;

async function greet(socket: Socket, read: Read, proxy: URL): Promise<void> {
	const { username, password } = proxy;
	const method = username ? 2 : 0;
	socket.write(Buffer.from([5, 1, method]));
	const [, chosen] = await read(2);
	if (chosen !== method) throw failure(proxy, 'it wants another way to sign in');
	if (!username) return;
	socket.write(
		Buffer.concat([
			Buffer.from([1]),
			sized(decodeURIComponent(username)),
			sized(decodeURIComponent(password))
		])
	);
	const [, status] = await read(2);
	if (status !== 0) throw failure(proxy, 'user name or password are wrong');
}

const connected = (socket: Socket) =>
	new Promise<void>((resolve, reject) => {
		socket.once('connect', resolve).once('error', reject);
	});

/** Reads exactly so many bytes; what comes behind them stays in the socket for TLS or HTTP. */
function reader(socket: Socket): Read {
	return (size) =>
		new Promise((resolve, reject) => {
			const settle = (act: () => void) => {
				socket.off('readable', look).off('error', failed).off('end', ended);
				act();
			};
			const failed = (error: Error) => settle(() => reject(error));
			const ended = () => failed(Object.assign(new Error('the proxy hung up'), { code: 'ECONNRESET' }));
			const look = () => {
				const bytes = socket.read(size) as Buffer | null;
				if (bytes) settle(() => resolve(bytes));
			};
			socket.on('readable', look).on('error', failed).on('end', ended);
			look();
		});
}

const bare = (host: string) => host.replace(/^\[(.*)\]$/, '$1');

const uint16 = (value: number) => Buffer.from([value >> 8, value & 255]);

const sized = (text: string) => {
	const bytes = Buffer.from(text);
	return Buffer.concat([Buffer.from([bytes.length]), bytes]);
};

function address(host: string): Buffer {
	if (isIPv4(host)) return Buffer.from([1, ...host.split('.').map(Number)]);
	return Buffer.concat([Buffer.from([3]), sized(host)]);
}

const failure = (proxy: URL, reason: string) =>
	Object.assign(new Error(`the proxy ${proxy.host} refused: ${reason}`), { code: 'ECONNREFUSED' });

const timedOut = (proxy: URL) =>
	Object.assign(new Error(`the proxy ${proxy.host} is silent`), { code: 'ETIMEDOUT' });
