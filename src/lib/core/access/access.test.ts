import { expect, test } from 'vitest';
import { addressKey } from './address-key.ts';
import { accountRule, afterFailure, noAttempts, waitOf } from './lockout.ts';
import { passwordFault } from './password.ts';
import { allPermissions, refusal, rolePermissions } from './permissions.ts';
import type { Actor, Role } from './permissions.ts';
import { usernameFault, usernameFrom } from './username.ts';

const actor = (role: Role): Actor => ({
	kind: 'user',
	userId: 'u',
	name: 'U',
	role,
	permissions: new Set(rolePermissions[role])
});

test('each role may do less than the one above it', () => {
	expect(rolePermissions.admin).toEqual(allPermissions);
	expect(rolePermissions.member.every((p) => rolePermissions.admin.includes(p))).toBe(true);
	expect(rolePermissions.guest.every((p) => rolePermissions.member.includes(p))).toBe(true);
	expect(rolePermissions.guest.length).toBeLessThan(rolePermissions.member.length);
});

test.each([
	['open', undefined, undefined],
	['signed-in', undefined, 'unauthorized'],
	['signed-in', actor('guest'), undefined],
	['in-person', undefined, 'unauthorized'],
	['in-person', actor('guest'), undefined],
	['in-person', { ...actor('admin'), kind: 'key' as const }, 'forbidden'],
	['search.use', actor('guest'), 'forbidden'],
	['search.use', actor('member'), undefined],
	['users.manage', actor('member'), 'forbidden'],
	['users.manage', actor('admin'), undefined]
] as const)('%s asked by %o', (access, who, expected) => {
	expect(refusal(access, who)).toBe(expected);
});

test.each([
	['short', false],
	['password', false],
	['Passw0rd', false],
	['aaaaaaaaaaaa', false],
	['annalena', false],
	['annalena2024', false],
	['annalena and the sea', true],
	['velvet curtain', true],
	['пароль-из-слов', true],
	['x'.repeat(120) + 'y'.repeat(120) + 'zzzzzzzzzzzzzzzzzzz', false]
])('password %s', (password, good) => {
	expect(passwordFault(password, 'Annalena') === undefined).toBe(good);
});

test.each([
	['ada', true],
	['a', true],
	['jörg.müller', true],
	['anna@home.org', true],
	['', false],
	['.dot', false],
	['with space', false],
	['a/b', false],
	['x'.repeat(65), false]
])('user name %j', (name, good) => {
	expect(usernameFault(name) === undefined).toBe(good);
});

test.each([
	['Ada.Lovelace@example.org', 'ada.lovelace'],
	['  José García ', 'josé-garcía'],
	['!!!', 'guest'],
	['x'.repeat(90), 'x'.repeat(60)]
])('%j becomes the user name %s', (foreign, name) => {
	expect(usernameFrom(foreign)).toBe(name);
	expect(usernameFault(usernameFrom(foreign))).toBeUndefined();
});

test.each([
	['192.0.2.7', '192.0.2.7'],
	['::ffff:192.0.2.7', '192.0.2.7'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:DB8:0001:0002::9', '2001:db8:1:2::/64'],
	['2001:db8::1', '2001:db8:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['fe80::1%eth0', 'fe80:0:0:0::/64']
])('%s counts as %s', (ip, key) => {
	expect(addressKey(ip)).toBe(key);
});

test('waits start after the free failures, double, end at the longest, and are forgotten', () => {
	let attempts = noAttempts;
	const waits = [];
	for (let n = 0; n < 12; n++) {
		attempts = afterFailure(attempts, 1000, accountRule);
		waits.push(waitOf(attempts, 1000) / 1000);
	}
	expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
	const later = 1000 + accountRule.forgetAfterMs + 1;
	expect(afterFailure(attempts, later, accountRule)).toMatchObject({ failures: 1, lockedUntil: 0 });
});
