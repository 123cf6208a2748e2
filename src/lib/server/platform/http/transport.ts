import { Agent, buildConnector, ProxyAgent, request } from 'undici';
import type { Dispatcher } from 'undici';
import type { AddressGuard } from '../addresses.ts';
import { httpFault } from './faults.ts';
import { openSocks } from './socks.ts';

const limits = { connections: 64, maxHeaderSize: 64 * 1024, headersTimeout: 0, bodyTimeout: 0 };
const connectTimeoutMs = 10_000;

function direct(guard: AddressGuard, rejectUnauthorized: boolean): Dispatcher {
	const connect = buildConnector({
		lookup: guard.lookup,
		timeout: connectTimeoutMs,
		autoSelectFamily: true,
		rejectUnauthorized
	});
	return new Agent({
		...limits,
		// Literal addresses are never looked up, so they are judged here, next to the connection itself.
		connect(options, callback) {
			try {
				guard.checkHost(options.hostname);
			} catch (error) {
				return callback(error as Error, null);
			}
			connect(options, callback);
		}
	});
}

/** The proxy is held to the same rule as any target; names of targets are resolved by the proxy itself. */
function proxied(guard: AddressGuard, proxy: string, rejectUnauthorized: boolean): Dispatcher {
	const url = URL.canParse(proxy) ? new URL(proxy) : undefined;
	if (!url || !/^(?:https?|socks5h?|socks):$/.test(url.protocol)) {
		throw httpFault('connection', 'The proxy must be an http, https or socks5 address.');
	}
	guard.checkHost(url.hostname);
	if (url.protocol.startsWith('socks')) return throughSocks(guard, url, rejectUnauthorized);
	return new ProxyAgent({
		...limits,
		uri: proxy,
		proxyTunnel: false,
		proxyTls: { lookup: guard.lookup, timeout: connectTimeoutMs },
		requestTls: { rejectUnauthorized }
	});
}

function throughSocks(guard: AddressGuard, proxy: URL, rejectUnauthorized: boolean): Dispatcher {
	const secure = buildConnector({ timeout: connectTimeoutMs, rejectUnauthorized });
	return new Agent({
		...limits,
		connect(options, callback) {
			const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80));
			const tunnel = {
				proxy,
				host: options.hostname,
				port,
				lookup: guard.lookup,
				timeoutMs: connectTimeoutMs
			};
			openSocks(tunnel).then(
				(socket) =>
					options.protocol === 'https:'
						? secure({ ...options, httpSocket: socket }, callback)
						: callback(null, socket),
				(error: Error) => callback(error, null)
			);
		}
	});
}

/** Everything that needs undici: it is loaded with the first request, because at rest it would cost 25 MB. */
export interface Transport {
	request: typeof request;
	agent(options: { proxy?: string | undefined; verifyTls: boolean }): Dispatcher;
	close(): Promise<void>;
}

export function openTransport(guard: AddressGuard): Transport {
	const open = new Map<string, Dispatcher>();
	return {
		request,
		agent({ proxy, verifyTls }) {
			const key = `${verifyTls} ${proxy ?? ''}`;
			const agent = open.get(key) ?? (proxy ? proxied(guard, proxy, verifyTls) : direct(guard, verifyTls));
			open.set(key, agent);
			return agent;
		},
		async close() {
			const agents = [...open.values()];
			open.clear();
			await Promise.all(agents.map((agent) => agent.destroy()));
		}
	};
}
