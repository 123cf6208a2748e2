import { isIPv4, isIPv6 } from 'node:net';

/** A block of addresses. IPv4 is kept as IPv4-mapped IPv6, so `::ffff:10.0.0.1` cannot slip past a rule for 10/8. */
export interface Cidr {
	base: bigint;
	/** 0..128, over the mapped form. */
	prefix: number;
}

const mapped = 0xffffn << 32n;

const fromIpv4 = (text: string) =>
	mapped | text.split('.').reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n);

function fromIpv6(text: string): bigint {
	const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
	if (dotted) {
		const v4 = fromIpv4(dotted[2]!) & 0xffffffffn;
		return fromIpv6(`${dotted[1]}${(v4 >> 16n).toString(16)}:${(v4 & 0xffffn).toString(16)}`);
	}
	const [head = '', tail] = text.split('::');
	const left = head ? head.split(':') : [];
	const right = tail ? tail.split(':') : [];
	const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
	const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
	return groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

/** The number of an address (brackets and a zone id are ignored), or nothing when the text is no address. */
export function parseAddress(text: string): bigint | undefined {
	const bare = text.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '');
	if (isIPv4(bare)) return fromIpv4(bare);
	return isIPv6(bare) ? fromIpv6(bare) : undefined;
}

/** `10.0.0.0/8`, `fc00::/7` or a single address. Bits behind the prefix are cleared. */
export function parseCidr(text: string): Cidr | undefined {
	const match = /^([0-9a-fA-F.:]+)(?:\/(\d{1,3}))?$/.exec(text.trim());
	const address = match ? parseAddress(match[1]!) : undefined;
	if (!match || address === undefined) return undefined;
	const width = isIPv4(match[1]!) ? 32 : 128;
	const length = match[2] === undefined ? width : Number(match[2]);
	if (length > width) return undefined;
	const prefix = 128 - width + length;
	return { base: clear(address, prefix), prefix };
}

const clear = (address: bigint, prefix: number) => (address >> BigInt(128 - prefix)) << BigInt(128 - prefix);

export const contains = (block: Cidr, address: bigint) => clear(address, block.prefix) === block.base;

/** True when every address of `inner` lies in `outer`. */
export const covers = (outer: Cidr, inner: Cidr) =>
	outer.prefix <= inner.prefix && contains(outer, inner.base);

export const cidrs = (...texts: string[]): Cidr[] =>
	texts.map((text) => {
		const block = parseCidr(text);
		if (!block) throw new Error(`not an address range: ${text}`);
		return block;
	});

/** Link-local and the metadata services of clouds: no setting makes them reachable. */
export const neverTargets = cidrs(
	'169.254.0.0/16',
	'fe80::/10',
	'fd00:ec2::254',
	'100.100.100.200',
	'192.0.0.192',
	'168.63.129.16'
);
