import type { IncomingHttpHeaders } from 'node:http';
import { contains, parseAddress, parseCidr } from './cidr.ts';

/** What a request says about its sender, as far as the configuration lets it be believed. */
export interface Sender {
	address: string;
	protocol: 'http' | 'https';
	/** Undefined when the request names no host that could be one. */
	host: string | undefined;
}

interface Incoming {
	headers: IncomingHttpHeaders;
	socket: { remoteAddress?: string | undefined; encrypted?: boolean };
}

const mappedPrefix = 0xffffn << 32n;

/** One spelling for each address; nothing when the text is no address. A port is left out. */
export function canonicalAddress(text: string): string | undefined {
	const trimmed = text.trim();
	const withPort = /^(?:\[([^\]]+)\](?::\d{1,5})?|(\d+\.\d+\.\d+\.\d+):\d{1,5})$/.exec(trimmed);
	const bare = (withPort?.[1] ?? withPort?.[2] ?? trimmed).replace(/%.*$/, '');
	const number = parseAddress(bare);
	if (number === undefined) return undefined;
	if (number >> 32n === mappedPrefix >> 32n) {
		return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join('.');
	}
	return new URL(`http://[${bare}]/`).hostname.slice(1, -1);
}

const hostForm = /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?\.?|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/i;

/** A Host header that is a name or address with at most a port; anything else could smuggle a URL. */
export function validHost(text: string | undefined): string | undefined {
	const match = text && text.length <= 255 ? hostForm.exec(text) : null;
	if (!match || Number(match[1] ?? 1) > 65_535 || !URL.canParse(`http://${text}`)) return undefined;
	return text!.toLowerCase();
}

const valuesOf = (header: string | string[] | undefined): string[] =>
	[header ?? []].flat().flatMap((line) => line.split(',').map((value) => value.trim()));

/** Forwarding headers count only as far back as an unbroken chain of trusted proxies reaches. */
export function createSenderReader(trustedProxies: string[]): (request: Incoming) => Sender {
	const blocks = trustedProxies.map(parseCidr).filter((block) => block !== undefined);
	const trusted = (address: string) => {
		const number = parseAddress(address);
		return number !== undefined && blocks.some((block) => contains(block, number));
	};

	const clientOf = (peer: string, chain: string[]) => {
		let address = peer;
		for (const hop of chain.toReversed()) {
			if (!trusted(address)) break;
			const earlier = canonicalAddress(hop);
			if (!earlier) break;
			address = earlier;
		}
		return address;
	};

	return ({ headers, socket }) => {
		const peer = canonicalAddress(socket.remoteAddress ?? '') ?? '0.0.0.0';
		const ownProtocol = socket.encrypted ? 'https' : 'http';
		const ownHost = validHost(headers.host);
		if (!trusted(peer)) return { address: peer, protocol: ownProtocol, host: ownHost };
		const protocol = valuesOf(headers['x-forwarded-proto'])[0]?.toLowerCase();
		const host = valuesOf(headers['x-forwarded-host'])[0];
		return {
			address: clientOf(peer, valuesOf(headers['x-forwarded-for'])),
			protocol: protocol === 'https' || protocol === 'http' ? protocol : ownProtocol,
			host: host ? validHost(host) : ownHost
		};
	};
}
