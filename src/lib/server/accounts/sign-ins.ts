import type { Actor, Role } from '#core/access/permissions.ts';
import { needsConfiguration, notFound } from '#server/platform/errors.ts';
import type { Audit } from './audit.ts';
import type { AuthHost } from './auth-host.ts';
import { oidcId } from './oidc.ts';
import type { Oidc } from './oidc.ts';
import type { Profile, SetCookie, SignIn, Visit } from './types.ts';

export interface Enrolment {
	/** `otpauth://` address for an authenticator. */
	uri: string;
	/** The same secret, to be typed. */
	secret: string;
	recoveryCodes: string[];
}

export interface Leaving {
	cookies: SetCookie[];
	/** How many people are still signed in on this device. */
	left: number;
}

export interface SignIns {
	withPassword(visit: Visit, given: { username: string; password: string }): Promise<SignIn>;
	/** The second step: six digits of an authenticator, or a recovery code. */
	withCode(visit: Visit, given: { code: string; trustDevice?: boolean | undefined }): Promise<SignIn>;
	/** What the button for the identity provider says; undefined when there is none. */
	providerTitle(): string | undefined;
	/** Where to send the browser, and what it must remember on the way. */
	withProvider(visit: Visit, next: string): Promise<{ url: string; cookies: SetCookie[] }>;
	/** Of everyone signed in on this device. */
	signOut(visit: Visit): Promise<Leaving>;
	profiles(visit: Visit): Promise<Profile[]>;
	/** "Who's watching": another person who is signed in on this device. */
	switchTo(visit: Visit, userId: string): Promise<SetCookie[]>;
	/** Only this person leaves; the next one on the device, if any, takes over. */
	leave(visit: Visit, userId: string): Promise<Leaving>;
	startTwoFactor(visit: Visit, actor: Actor, password: string): Promise<Enrolment>;
	confirmTwoFactor(visit: Visit, actor: Actor, code: string): Promise<SetCookie[]>;
	stopTwoFactor(visit: Visit, actor: Actor, password: string): Promise<SetCookie[]>;
	newRecoveryCodes(visit: Visit, actor: Actor, password: string): Promise<string[]>;
}

interface DeviceSession {
	session: { token: string };
	user: {
		id: string;
		name: string;
		username?: string | null;
		displayUsername?: string | null;
		role?: string | null;
	};
}

const sixDigits = /^\d{6}$/;

export function createSignIns(deps: { host: AuthHost; oidc: Oidc; audit: Audit }): SignIns {
	const { host, oidc, audit } = deps;

	const onDevice = async (visit: Visit) =>
		(await host.ask<DeviceSession[]>(visit, '/multi-session/list-device-sessions')).body ?? [];
	const tokenOf = async (visit: Visit, userId: string) => {
		const found = (await onDevice(visit)).find(({ user }) => user.id === userId);
		if (!found) throw notFound('profile on this device');
		return found.session.token;
	};

	const signOut = async (visit: Visit) => {
		const { cookies } = await host.ask(visit, '/sign-out', {});
		audit.record({ action: 'session.signed-out' });
		return { cookies, left: 0 };
	};

	return {
		async withPassword(visit, { username, password }) {
			const given = { username: username.trim(), password };
			const { body, cookies } = await host.ask<{ user?: { id: string } }>(visit, '/sign-in/username', given);
			return body.user
				? { outcome: 'signed-in', userId: body.user.id, cookies }
				: { outcome: 'second-factor', cookies };
		},
		async withCode(visit, { code, trustDevice = false }) {
			const plain = code.replace(/\s+/g, '');
			const path = sixDigits.test(plain) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
			const given = { code: plain, trustDevice };
			const { body, cookies } = await host.ask<{ user: { id: string } }>(visit, path, given);
			return { outcome: 'signed-in', userId: body.user.id, cookies };
		},
		providerTitle: () => oidc.title(),
		async withProvider(visit, next) {
			if (!oidc.title()) throw needsConfiguration('No identity provider is set up.');
			await host.ready();
			const given = {
				provider: oidcId,
				callbackURL: next,
				errorCallbackURL: '/login',
				disableRedirect: true
			};
			const { body, cookies } = await host.ask<{ url: string }>(visit, '/sign-in/social', given);
			return { url: body.url, cookies };
		},
		signOut,
		async profiles(visit) {
			const active = (await host.session(visit.headers))?.user.id;
			return (await onDevice(visit)).map(({ user }) => ({
				userId: user.id,
				name: user.name,
				username: user.displayUsername ?? user.username ?? user.name,
				role: (user.role ?? 'guest') as Role,
				active: user.id === active
			}));
		},
		async switchTo(visit, userId) {
			const sessionToken = await tokenOf(visit, userId);
			const { cookies } = await host.ask(visit, '/multi-session/set-active', { sessionToken });
			audit.record({ action: 'session.switched', target: userId });
			return cookies;
		},
		async leave(visit, userId) {
			const here = await onDevice(visit);
			const mine = here.find(({ user }) => user.id === userId);
			if (!mine) return signOut(visit);
			const sessionToken = mine.session.token;
			const { cookies } = await host.ask(visit, '/multi-session/revoke', { sessionToken });
			audit.record({ action: 'session.signed-out' });
			return { cookies, left: here.length - 1 };
		},
		async startTwoFactor(visit, actor, password) {
			const { body } = await host.ask<{ totpURI: string; backupCodes: string[] }>(
				visit,
				'/two-factor/enable',
				{
					password
				}
			);
			const secret = new URL(body.totpURI).searchParams.get('secret') ?? '';
			return { uri: labelled(secret, actor.name), secret, recoveryCodes: body.backupCodes };
		},
		async confirmTwoFactor(visit, actor, code) {
			const given = { code: code.replace(/\s+/g, '') };
			const { cookies } = await host.ask(visit, '/two-factor/verify-totp', given);
			audit.record({ action: 'person.two-factor-added', target: actor.name });
			return cookies;
		},
		async stopTwoFactor(visit, actor, password) {
			const { cookies } = await host.ask(visit, '/two-factor/disable', { password });
			audit.record({ action: 'person.two-factor-removed', target: actor.name });
			return cookies;
		},
		async newRecoveryCodes(visit, actor, password) {
			const path = '/two-factor/generate-backup-codes';
			const { body } = await host.ask<{ backupCodes: string[] }>(visit, path, { password });
			audit.record({ action: 'person.recovery-codes-renewed', target: actor.name });
			return body.backupCodes;
		}
	};
}

/** better-auth labels the secret with an address, which ours only pretend to have. */
const labelled = (secret: string, name: string) =>
	`otpauth://totp/${encodeURIComponent(`Bijou:${name}`)}?secret=${secret}&issuer=Bijou&digits=6&period=30`;
