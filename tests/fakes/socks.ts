import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

interface SocksFake extends AsyncDisposable {
	port: number;
	/** The names that clients asked for. */
	asked: string[];
}

/** A SOCKS5 proxy (RFC 1928, RFC 1929) that leads every name to one local port. */
export async function startSocks(options: { targetPort: number; password: string }): Promise<SocksFake> {
	const asked: string[] = [];
	const server = createServer((socket) => void session(socket, options, asked).catch(() => socket.destroy()));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		asked,
		[Symbol.asyncDispose]: async () => void server.close()
	};
}

const next = (socket: Socket) => new Promise<Buffer>((resolve) => socket.once('data', resolve));

async function session(
	socket: Socket,
	{ targetPort, password }: { targetPort: number; password: string },
	asked: string[]
): Promise<void> {
	socket.on('error', () => undefined);
	const greeting = await next(socket);
	const method = greeting[2]!;
	socket.write(Buffer.from([5, method]));
	if (method === 2) {
		const login = (await next(socket)).toString();
		const right = login.endsWith(password);
		socket.write(Buffer.from([1, right ? 0 : 1]));
		if (!right) return void socket.end();
	}
	const request = await next(socket);
	asked.push(request.subarray(5, 5 + request[4]!).toString());
	const target = connect(targetPort, '127.0.0.1', () => {
		socket.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 80]));
		socket.pipe(target).pipe(socket);
	});
	target.on('error', () => socket.destroy());
	socket.on('close', () => target.destroy());
}
