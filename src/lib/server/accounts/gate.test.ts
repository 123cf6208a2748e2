import { expect, test } from 'vitest';
import { setupGate } from './gate.ts';

test.each([
	['/', 'redirect'],
	['/login', 'redirect'],
	['/settings/general', 'redirect'],
	['/setup', 'pass'],
	['/setup/home', 'pass'],
	['/setups', 'redirect'],
	['/api/health', 'pass'],
	['/api/ready', 'pass'],
	['/api/health/more', 'refuse'],
	['/api/users', 'refuse'],
	['/api/auth/sign-in/username', 'refuse'],
	['/torznab/api', 'refuse'],
	['/_app/immutable/start.js', 'pass'],
	['/favicon.svg', 'pass']
])('before the set-up %s: %s', (path, fate) => {
	expect(setupGate(path)).toBe(fate);
});
