import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { cidrs, contains, neverTargets, parseAddress, parseCidr } from './cidr.ts';
import type { Cidr } from './cidr.ts';
import { AppError } from './errors.ts';

export interface Resolved {
	address: string;
	family: number;
}
export type Resolve = (hostname: string) => Promise<Resolved[]>;

export interface AddressGuard {
	/** True for public addresses and the private ranges that are allowed. Anything that is no address is refused. */
	allows(address: string): boolean;
	/** Throws when the host is a literal address that is refused; names are judged by what they resolve to. */
	checkHost(hostname: string): void;
	/** For sockets: answers only with allowed addresses, so what was checked is what is connected to. */
	lookup: LookupFunction;
}

const never = [...neverTargets, ...cidrs('fd00:ec2::/32', 'fd20:ce::254')];

/** What the IANA special-purpose registries (RFC 6890) keep from being globally reachable. */
const special = cidrs(
	...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
	...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
	...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
	...['2001::/23', '2001:db8::/32', '3fff::/20']
);
const ipv4 = cidrs('::ffff:0:0/96')[0]!;
const globalUnicast = cidrs('2000::/3')[0]!;

const low32 = (address: bigint) => address & 0xffffffffn;
const mapped = (v4: bigint) => (0xffffn << 32n) | v4;

/** IPv6 forms that carry an IPv4 address to which a gateway on the way would deliver. */
const carriers: { block: Cidr; carried(address: bigint): bigint[] }[] = [
	{ block: cidrs('::/96')[0]!, carried: (a) => [low32(a)] },
	{ block: cidrs('::ffff:0:0:0/96')[0]!, carried: (a) => [low32(a)] },
	{ block: cidrs('64:ff9b::/96')[0]!, carried: (a) => [low32(a)] },
	{ block: cidrs('64:ff9b:1::/48')[0]!, carried: (a) => [low32(a)] },
	{ block: cidrs('2002::/16')[0]!, carried: (a) => [low32(a >> 80n)] },
	{ block: cidrs('2001::/32')[0]!, carried: (a) => [low32(a >> 64n), low32(a) ^ 0xffffffffn] }
];
const isatap = (address: bigint) => ((address >> 32n) & 0xfdffffffn) === 0x00005efen;

const gateway = cidrs('64:ff9b::/96', '2002::/16');

const inside = (blocks: Cidr[], address: bigint) => blocks.some((block) => contains(block, address));

function isPublic(address: bigint): boolean {
	if (inside(special, address)) return false;
	return contains(ipv4, address) || contains(globalUnicast, address) || inside(gateway, address);
}

function carriedBy(address: bigint): bigint[] {
	const carried = carriers.flatMap((carrier) =>
		contains(carrier.block, address) ? carrier.carried(address) : []
	);
	if (isatap(address)) carried.push(low32(address));
	return carried.map(mapped);
}

export const refusedAddress = (host: string) =>
	new AppError(
		'refused_address',
		`${host} is not a public address, and ALLOW_PRIVATE_TARGETS does not allow it.`,
		{ status: 502, details: { host } }
	);

const systemResolve: Resolve = (hostname) => systemLookup(hostname, { all: true, verbatim: true });

export function createAddressGuard(
	allowPrivateTargets: string[],
	resolve: Resolve = systemResolve
): AddressGuard {
	const allowed = allowPrivateTargets.map(parseCidr).filter((block) => block !== undefined);
	const ownRight = (address: bigint) =>
		!inside(never, address) && (isPublic(address) || inside(allowed, address));

	const allows = (text: string) => {
		// A zone id only makes sense for link-local addresses, which are refused anyway.
		if (text.includes('%')) return false;
		const address = parseAddress(text);
		if (address === undefined || !ownRight(address)) return false;
		const loopback = address === 1n;
		return loopback || carriedBy(address).every(ownRight);
	};

	const allowedAddresses = async (hostname: string) => {
		const found = await resolve(hostname);
		const usable = found.filter(({ address }) => allows(address));
		if (usable.length === 0 && found.length > 0) throw refusedAddress(hostname);
		return usable;
	};

	return {
		allows,
		checkHost(hostname) {
			const bare = hostname.replace(/^\[(.*)\]$/, '$1');
			if (isIP(bare) !== 0 && !allows(bare)) throw refusedAddress(bare);
		},
		lookup(hostname, options, callback) {
			allowedAddresses(hostname).then(
				(addresses) => {
					const wanted = addresses.filter(({ family }) => !options.family || family === options.family);
					const first = wanted[0];
					if (!first) return callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), []);
					if (options.all) return callback(null, wanted);
					callback(null, first.address, first.family);
				},
				(error: Error) => callback(error, [])
			);
		}
	};
}
