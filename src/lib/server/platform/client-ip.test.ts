import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalAddress, createSenderReader, validHost } from './client-ip.ts';

const readSender = createSenderReader(['10.0.0.0/8', 'fd00::/8']);
const sender = (peer: string, headers: Record<string, string | string[]> = {}) =>
	readSender({
		socket: { remoteAddress: peer },
		headers: { host: 'bijou.test', ...headers } as Record<string, string>
	});

test('a stranger cannot claim another address, scheme or host', () => {
	const claims = {
		'x-forwarded-for': '1.2.3.4',
		'x-forwarded-proto': 'https',
		'x-forwarded-host': 'evil.test'
	};
	expect(sender('203.0.113.9', claims)).toEqual({
		address: '203.0.113.9',
		protocol: 'http',
		host: 'bijou.test'
	});
});

test.each([
	['one proxy', '10.0.0.1', '198.51.100.7', '198.51.100.7'],
	['two proxies', '10.0.0.1', '198.51.100.7, 10.0.0.2', '198.51.100.7'],
	['a claim before the true address', '10.0.0.1', '1.1.1.1, 198.51.100.7', '198.51.100.7'],
	['mapped peer', '::ffff:10.0.0.1', '198.51.100.7', '198.51.100.7'],
	['port and brackets', '10.0.0.1', '[2001:DB8::0:7]:4711', '2001:db8::7'],
	['rubbish ends the chain', '10.0.0.1', '198.51.100.7, unknown, 10.0.0.2', '10.0.0.2'],
	['all trusted', '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
	['nothing', '10.0.0.1', '', '10.0.0.1']
])('finds the client behind %s', (_, peer, chain, address) => {
	expect(sender(peer, { 'x-forwarded-for': chain }).address).toBe(address);
});

test('several header lines are one chain', () => {
	expect(sender('10.0.0.1', { 'x-forwarded-for': ['1.1.1.1, 198.51.100.7', '10.0.0.9'] }).address).toBe(
		'198.51.100.7'
	);
});

test('a trusted proxy says scheme and host, within what a host can be', () => {
	const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'Bijou.Example' };
	expect(sender('10.0.0.1', forwarded)).toMatchObject({ protocol: 'https', host: 'bijou.example' });
	expect(sender('10.0.0.1', { 'x-forwarded-proto': 'javascript' }).protocol).toBe('http');
	expect(sender('10.0.0.1', { 'x-forwarded-host': 'evil.test/@x' }).host).toBeUndefined();
});

test.each([
	'a b',
	'evil.test/path',
	'user@evil.test',
	'evil.test:99999',
	'evil.test:',
	'',
	'a\0b',
	'é.test',
	'[::1',
	'x'.repeat(300)
])('%j is no host', (host) => expect(validHost(host)).toBeUndefined());

test.each([
	'localhost',
	'bijou.test:3000',
	'192.168.1.5',
	'[::1]:3000',
	'my_nas.local',
	'xn--bcher-kva.example'
])('%s is a host', (host) => expect(validHost(host)).toBe(host));

test('whatever the headers hold: an untrusted peer stays itself, and every answer is an address', () => {
	const entry = fc.oneof(
		fc.ipV4(),
		fc.ipV6(),
		fc.string(),
		fc.ipV4().map((ip) => `${ip}:80`)
	);
	fc.assert(
		fc.property(fc.array(entry), fc.ipV4(), (chain, peer) => {
			const { address } = sender(peer, { 'x-forwarded-for': chain.join(', ') });
			expect(canonicalAddress(address)).toBe(address);
			if (!peer.startsWith('10.')) expect(address).toBe(peer);
		})
	);
});

test('what stands left of an untrusted entry never counts', () => {
	fc.assert(
		fc.property(fc.array(fc.string()), (claims) => {
			const chain = [...claims, '198.51.100.7', '10.0.0.2'].join(',');
			expect(sender('10.0.0.1', { 'x-forwarded-for': chain }).address).toBe('198.51.100.7');
		})
	);
});

test('one spelling for each address', () => {
	fc.assert(
		fc.property(fc.ipV6(), (text) => {
			const once = canonicalAddress(text)!;
			expect(canonicalAddress(once)).toBe(once);
			expect(canonicalAddress(`[${text.toUpperCase()}]:80`)).toBe(once);
		})
	);
});
