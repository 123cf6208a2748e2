import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createAccounts } from '#server/accounts/module.ts';
import { withCookies } from '#server/accounts/cookies.ts';
import type { AccountsDeps } from '#server/accounts/module.ts';
import type { SetCookie, Visit } from '#server/accounts/types.ts';
import type { Events } from '#server/events.ts';
import { createBus } from '#server/platform/bus.ts';
import { closeDb, openDb } from '#server/platform/db.ts';
import { createHttp } from '#server/platform/http.ts';
import { createLog } from '#server/platform/log.ts';
import { createSecrets } from '#server/platform/secrets.ts';
import { createSettings } from '#server/platform/settings.ts';

export const password = 'velvet curtain 7';

const migrations = resolve(import.meta.dirname, '../../drizzle');

/** The accounts of a house of its own: real database, real better-auth, a clock that can be moved. */
export async function openAccounts(
	config: Partial<AccountsDeps['config']> & { env?: Record<string, string> } = {}
) {
	const folder = mkdtempSync(join(tmpdir(), 'bijou-accounts-'));
	const log = createLog({ level: 'silent', stdout: false });
	const db = openDb({ file: join(folder, 'bijou.db'), migrations, backups: join(folder, 'backups'), log });
	const bus = createBus<Events>(log);
	const secret = 'a-secret-that-only-this-test-knows';
	const secrets = createSecrets(secret);
	const settings = createSettings({ db, bus, log, config: { env: config.env ?? {} }, secrets });
	const http = createHttp({ allowPrivateTargets: ['127.0.0.0/8'], version: '0', backoffMs: 1 });
	const clock = { ahead: 0 };
	const now = () => Date.now() + clock.ahead;
	const accounts = createAccounts({ config: { secret, ...config }, db, bus, log, http, settings, now });
	await accounts.start?.(new AbortController().signal);
	return {
		accounts,
		bus,
		db,
		settings,
		clock,
		async [Symbol.asyncDispose]() {
			await http.close();
			closeDb(db);
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** A browser as far as accounts see it: an address and a cookie jar. */
export function createVisitor({ ip = '192.0.2.10', origin = 'http://bijou.test' } = {}) {
	let headers = new Headers({ 'user-agent': 'test browser' });
	return {
		ip,
		get visit(): Visit {
			return { url: new URL(origin), headers, ip };
		},
		get headers() {
			return headers;
		},
		keep<T extends { cookies: SetCookie[] }>(answer: T): T {
			headers = withCookies(headers, answer.cookies);
			return answer;
		},
		keepAll(cookies: SetCookie[]) {
			headers = withCookies(headers, cookies);
		},
		keepFrom(response: Response) {
			const cookies = response.headers.getSetCookie().map((line) => {
				const [pair = '', ...rest] = line.split('; ');
				const age = rest.find((part) => part.startsWith('Max-Age='))?.slice(8);
				const at = pair.indexOf('=');
				const maxAge = age === undefined ? {} : { maxAge: Number(age) };
				return { name: pair.slice(0, at), value: pair.slice(at + 1), options: maxAge } as SetCookie;
			});
			headers = withCookies(headers, cookies);
		},
		request(path: string, init: RequestInit = {}) {
			const all = new Headers(headers);
			new Headers(init.headers).forEach((value, name) => all.set(name, value));
			return new Request(`${origin}${path}`, { ...init, headers: all });
		}
	};
}
