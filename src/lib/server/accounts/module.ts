import type { Actor } from '#core/access/permissions.ts';
import type { Events } from '#server/events.ts';
import type { Bus } from '#server/platform/bus.ts';
import type { Config } from '#server/platform/config.ts';
import type { Db } from '#server/platform/db.ts';
import type { Http } from '#server/platform/http.ts';
import type { Log } from '#server/platform/log.ts';
import type { Check, Module } from '#server/platform/module.ts';
import type { Settings } from '#server/platform/settings.ts';
import { acting } from './acting.ts';
import { createActors } from './actors.ts';
import { createApiKeys } from './api-keys.ts';
import type { ApiKeys } from './api-keys.ts';
import { createAudit } from './audit.ts';
import type { Audit } from './audit.ts';
import { createAuthHost } from './auth-host.ts';
import type { AuthHost } from './auth-host.ts';
import { createInvitations } from './invitations.ts';
import type { Invitations } from './invitations.ts';
import { createKeyDoor } from './key-door.ts';
import { createLockout } from './lockout.ts';
import { createOidc } from './oidc.ts';
import type { Oidc } from './oidc.ts';
import { freeUsername } from './people-queries.ts';
import { createPeople } from './people.ts';
import type { People } from './people.ts';
import { createSessions } from './sessions.ts';
import type { Sessions } from './sessions.ts';
import { signInSettings } from './settings.ts';
import { createSetup } from './setup.ts';
import type { Setup } from './setup.ts';
import { createSignIns } from './sign-ins.ts';
import type { SignIns } from './sign-ins.ts';
import { accountTasks } from './tasks.ts';

export interface AccountsDeps {
	config: Pick<Config, 'origin' | 'secret' | 'initAdmin' | 'initApiKey'>;
	db: Db;
	bus: Bus<Events>;
	log: Log;
	http: Http;
	settings: Settings;
	now?: () => number;
}

export interface Accounts extends Module {
	/** Who asks: by session cookie or key. Throws only when a key is used beyond its rate. */
	authenticate(headers: Headers, clientIp: string, apiKey?: string): Promise<Actor | undefined>;
	/** Runs a request so that the audit log knows who acts, without everyone passing it on. */
	acting: typeof acting;
	needsSetup(): boolean;
	auth: Pick<AuthHost, 'handle'>;
	setup: Setup;
	signIns: SignIns;
	sessions: Sessions;
	people: People;
	invitations: Invitations;
	keys: ApiKeys;
	audit: Audit;
}

export function createAccounts(deps: AccountsDeps): Accounts {
	const { config, db, bus, log, http, settings, now = Date.now } = deps;
	settings.register([signInSettings]);

	// What is remembered about sessions is dropped by whatever changes them, the library's own writes included.
	const changed = () => {
		actors.forget();
		bus.emit('rights.changed', {});
	};

	const audit = createAudit({ db, now });
	const lockout = createLockout({ db, now });
	const keys = createApiKeys({ db, audit, changed, now });
	const sessions = createSessions({ db, audit, changed, now });
	const people = createPeople({ db, audit, lockout, changed, endSessions: sessions.endAll, now });
	const invitations = createInvitations({ db, audit, now });
	const oidc = createOidc({ http, log, settings, freeName: (wish) => freeUsername(db, wish), now });
	const newRole = () => settings.get(signInSettings).oidcRole;
	const { secret, origin } = config;
	const host = createAuthHost({ db, log, secret, origin, lockout, audit, oidcPort: oidc, newRole, changed });
	const setup = createSetup({ config, db, log, audit, keys, now });
	const actors = createActors({ host, door: createKeyDoor({ db, now }), now });

	bus.on('settings.changed', ({ section }) => {
		audit.record({ action: 'settings.changed', target: section });
		if (section === signInSettings.section) host.rebuild();
	});
	bus.on('backup.changed', ({ name, what }) => audit.record({ action: `backup.${what}`, target: name }));
	bus.on('import.started', ({ id, path }) =>
		audit.record({ action: 'import.started', target: path, details: { look: id } })
	);
	bus.on('provider.changed', ({ name, port, what }) => {
		if (what !== 'standing') audit.record({ action: `provider.${what}`, target: name, details: { port } });
	});

	return {
		authenticate: (headers, _clientIp, apiKey) => actors.authenticate(headers, apiKey),
		acting,
		needsSetup: setup.needed,
		auth: host,
		setup,
		signIns: createSignIns({ host, oidc, audit }),
		sessions,
		people,
		invitations,
		keys,
		audit,
		tasks: accountTasks({ audit, invitations, lockout, sessions, settings, now }),
		checks: [providerCheck(oidc)],
		start: setup.unattended
	};
}

const providerCheck = (oidc: Oidc): Check => ({
	name: 'sign-in',
	title: 'Signing in',
	async run() {
		const title = oidc.title();
		if (!title) return { state: 'ready', message: 'People sign in with a user name and a password.' };
		const fault = await oidc.discover().then(
			() => undefined,
			(error: Error) => error.message
		);
		if (!fault) return { state: 'ready', message: '{name} answers.', values: { name: title } };
		return {
			state: 'degraded',
			message: '{name} does not answer: {fault}',
			values: { name: title, fault },
			action: { label: 'Open the settings', href: '/settings/sign-in' }
		};
	}
});
