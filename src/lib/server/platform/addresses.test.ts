import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAddressGuard } from './addresses.ts';

const lanRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8', 'fc00::/7', '::1/128'];
const strict = createAddressGuard([]);
const home = createAddressGuard(lanRanges);

test.each([
	'1.1.1.1',
	'93.184.215.14',
	'2606:4700::1111',
	'::ffff:8.8.8.8',
	'64:ff9b::8.8.8.8',
	'2002:0808:0808::1'
])('%s is public', (address) => expect(strict.allows(address)).toBe(true));

test.each([
	...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '172.31.255.255', '192.168.1.1', '198.18.0.1'],
	...[
		'192.0.2.1',
		'198.51.100.7',
		'203.0.113.9',
		'224.0.0.1',
		'255.255.255.255',
		'::',
		'::1',
		'fc00::1',
		'ff02::1'
	],
	...[
		'fec0::1',
		'2001:db8::1',
		'3fff::1',
		'::ffff:127.0.0.1',
		'::ffff:7f00:1',
		'::127.0.0.1',
		'64:ff9b::10.0.0.1'
	],
	...[
		'2002:7f00:0001::',
		'2001:0:4136:e378:8000:63bf:3fff:fdd2',
		'2606:4700::5efe:10.0.0.1',
		'::ffff:0:10.0.0.1'
	]
])('%s is refused without an exception', (address) => expect(strict.allows(address)).toBe(false));

test.each([
	'10.1.2.3',
	'127.0.0.1',
	'192.168.178.20',
	'::1',
	'fd12:3456::1',
	'::ffff:192.168.0.1',
	'64:ff9b::10.0.0.1'
])('%s is reachable in a home network', (address) => expect(home.allows(address)).toBe(true));

test.each([
	...[
		'169.254.169.254',
		'169.254.0.1',
		'fe80::1',
		'fe80::1%eth0',
		'::ffff:169.254.169.254',
		'64:ff9b::a9fe:a9fe'
	],
	...['2002:a9fe:a9fe::1', 'fd00:ec2::254', 'fd20:ce::254', '100.100.100.200', '168.63.129.16', '192.0.0.192']
])('%s stays refused whatever is allowed', (address) => {
	const open = createAddressGuard(['0.0.0.0/0', '::/0']);
	expect(open.allows(address)).toBe(false);
});

test.each([
	'2130706433',
	'0x7f.1',
	'0177.0.0.1',
	'127.1',
	'localhost',
	'',
	'1.2.3',
	'1.2.3.4.5',
	'1.2.3.4%1'
])('%j is no address and refused', (text) =>
	expect(createAddressGuard(['0.0.0.0/0']).allows(text)).toBe(false)
);

const octet = fc.integer({ min: 0, max: 255 });
const v4 = fc.tuple(octet, octet, octet, octet);
const hex = (a: number, b: number) => ((a << 8) | b).toString(16);

test('an IPv4 address gets the same answer in every IPv6 form that carries it', () => {
	fc.assert(
		fc.property(v4, ([a, b, c, d]) => {
			const plain = home.allows(`${a}.${b}.${c}.${d}`);
			expect(home.allows(`::ffff:${a}.${b}.${c}.${d}`)).toBe(plain);
			expect(home.allows(`::ffff:${hex(a, b)}:${hex(c, d)}`)).toBe(plain);
			expect(home.allows(`64:ff9b::${a}.${b}.${c}.${d}`)).toBe(plain);
			expect(home.allows(`2002:${hex(a, b)}:${hex(c, d)}::1`)).toBe(plain);
		}),
		{ numRuns: 2000 }
	);
});

test('every way to write a refused IPv4 host in a URL is refused', () => {
	const forms = fc.tuple(v4, fc.constantFrom('decimal', 'hex', 'octal', 'short'));
	fc.assert(
		fc.property(forms, ([[, b, c, d], form]) => {
			const value = 127 * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
			const host = {
				decimal: String(value),
				hex: `0x${value.toString(16)}`,
				octal: `0177.0${b.toString(8)}.0${c.toString(8)}.0${d.toString(8)}`,
				short: `127.${b * 2 ** 16 + c * 2 ** 8 + d}`
			}[form];
			expect(() => strict.checkHost(new URL(`http://${host}/`).hostname)).toThrow('not a public address');
		})
	);
});

test('no text makes the guard throw anything but its own refusal', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			expect(typeof home.allows(text)).toBe('boolean');
		})
	);
});

test('a name that resolves to a mixture is only connected by its allowed addresses', async () => {
	const resolve = async () => [
		{ address: '169.254.169.254', family: 4 },
		{ address: '93.184.215.14', family: 4 }
	];
	const guard = createAddressGuard([], resolve);
	const found = await new Promise((done) =>
		guard.lookup('mixed.example', { all: true }, (error, addresses) => done(error ?? addresses))
	);
	expect(found).toEqual([{ address: '93.184.215.14', family: 4 }]);
});
