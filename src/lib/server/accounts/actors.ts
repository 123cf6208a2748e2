import { rolePermissions } from '#core/access/permissions.ts';
import type { Actor, Role } from '#core/access/permissions.ts';
import type { AuthHost } from './auth-host.ts';
import { cookieOf, sessionCookie } from './cookies.ts';
import type { KeyDoor } from './key-door.ts';

export interface Actors {
	authenticate(headers: Headers, apiKey?: string): Promise<Actor | undefined>;
	/** Forgets what was remembered: a session, a role or a person changed. */
	forget(): void;
}

/** Short, because another process (the command line) may change people too. */
const rememberMs = 5_000;
const most = 5_000;

export function createActors(deps: { host: AuthHost; door: KeyDoor; now(): number }): Actors {
	const { host, door, now } = deps;
	let remembered = new Map<string, { actor: Actor; until: number }>();

	async function bySession(headers: Headers, cookie: string): Promise<Actor | undefined> {
		const known = remembered.get(cookie);
		if (known && known.until > now()) return known.actor;
		const memory = remembered;
		const found = await host.session(headers);
		if (!found || found.user['disabled']) return undefined;
		const { id: userId, name } = found.user;
		const role = found.user['role'] as Role;
		const permissions = new Set(rolePermissions[role]);
		const actor: Actor = { kind: 'user', userId, name, role, permissions, sessionId: found.session.id };
		if (memory.size >= most) memory.clear();
		// A change meanwhile has replaced the map; then this answer may be stale and is not kept.
		memory.set(cookie, { actor, until: now() + rememberMs });
		return actor;
	}

	return {
		async authenticate(headers, apiKey) {
			const key = apiKey ?? headers.get('x-api-key');
			if (key) return door.authenticate(key);
			const cookie = cookieOf(headers, sessionCookie);
			return cookie ? bySession(headers, cookie) : undefined;
		},
		forget() {
			remembered = new Map();
			door.forget();
		}
	};
}
