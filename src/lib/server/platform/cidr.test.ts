import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, covers, parseAddress, parseCidr } from './cidr.ts';

const octet = fc.integer({ min: 0, max: 255 });
const ipv4 = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join('.'));
const group = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16));
const ipv6 = fc.array(group, { minLength: 8, maxLength: 8 }).map((groups) => groups.join(':'));

test.each([
	['10.0.0.0/8', '10.255.1.2', true],
	['10.0.0.0/8', '11.0.0.0', false],
	['10.0.0.0/8', '::ffff:10.1.2.3', true],
	['10.0.0.0/8', '::ffff:0a01:0203', true],
	['fc00::/7', 'fdff::1', true],
	['fc00::/7', 'fe00::1', false],
	['::1', '0:0:0:0:0:0:0:1', true],
	['::1', '[::1]', true],
	['fe80::/10', 'fe80::1%eth0', true],
	['0.0.0.0/0', '8.8.8.8', true],
	['0.0.0.0/0', '2001:db8::1', false]
])('%s holds %s: %s', (block, address, expected) => {
	expect(contains(parseCidr(block)!, parseAddress(address)!)).toBe(expected);
});

test.each([
	'',
	'x',
	'10.0.0.0/33',
	'fc00::/129',
	'10.0.0/8',
	'1.2.3.4/',
	'1.2.3.4/-1',
	'01.2.3.4',
	'localhost'
])('%j is no address range', (text) => expect(parseCidr(text)).toBeUndefined());

test('a block holds an address exactly when their leading bits agree', () => {
	fc.assert(
		fc.property(ipv4, ipv4, fc.integer({ min: 0, max: 32 }), (base, address, length) => {
			const bits = (ip: string) =>
				ip
					.split('.')
					.map((part) => Number(part).toString(2).padStart(8, '0'))
					.join('')
					.slice(0, length);
			const block = parseCidr(`${base}/${length}`)!;
			expect(contains(block, parseAddress(address)!)).toBe(bits(base) === bits(address));
		})
	);
});

test('every address lies in its own block, and a longer prefix is covered by a shorter one', () => {
	fc.assert(
		fc.property(ipv6, fc.integer({ min: 0, max: 128 }), fc.integer({ min: 0, max: 128 }), (ip, a, b) => {
			const [short, long] = a < b ? [a, b] : [b, a];
			const outer = parseCidr(`${ip}/${short}`)!;
			const inner = parseCidr(`${ip}/${long}`)!;
			expect(contains(inner, parseAddress(ip)!)).toBe(true);
			expect(covers(outer, inner)).toBe(true);
			expect(covers(inner, outer)).toBe(short === long);
		})
	);
});

test('no text makes the parser throw', () => {
	fc.assert(fc.property(fc.string(), (text) => void parseCidr(text)));
});
