import { createHmac } from 'node:crypto';
import { betterAuth } from 'better-auth/minimal';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { genericOAuth, multiSession, twoFactor, username } from 'better-auth/plugins';
import type { BetterAuthPlugin } from 'better-auth';
import type { GenericOAuthConfig } from 'better-auth/plugins';
import { normalizeUsername } from '#core/access/username.ts';
import type { Db } from '#server/platform/db.ts';
import type { Log } from '#server/platform/log.ts';
import { addressHeader } from './address-header.ts';
import type { Audit } from './audit.ts';
import { authGuard } from './auth-guard.ts';
import { cookiePrefix } from './cookies.ts';
import type { Lockout } from './lockout.ts';
import { oidcId } from './oidc.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { isDisabled } from './people-queries.ts';
import { credentials, passkeys, sessions, twoFactors, users, verifications } from './schema.ts';

const day = 24 * 3600;

export interface AuthDeps {
	db: Db;
	log: Log;
	secret: string;
	origin?: string | undefined;
	lockout: Lockout;
	audit: Audit;
	oidc?: GenericOAuthConfig | undefined;
	passkeys?: BetterAuthPlugin | undefined;
	/** What a person who comes by the identity provider may be. */
	newRole(): string;
	/** Sessions or people changed: what was remembered about them is stale. */
	changed(): void;
}

/** The same host as the request, by either scheme: a proxy in front may speak TLS while we do not. */
function ownOrigins(request: Request | undefined, origin: string | undefined): string[] {
	if (origin) return [origin];
	const host = request ? new URL(request.url).host : undefined;
	return host ? [`http://${host}`, `https://${host}`] : [];
}

export type Auth = ReturnType<typeof createAuth>;

export function createAuth(deps: AuthDeps) {
	const { db, log, origin, changed, newRole } = deps;
	const touched = { after: async () => changed() };
	return betterAuth({
		appName: 'Bijou',
		basePath: '/api/auth',
		// Sealing secrets at rest and signing cookies must not share a key.
		secret: createHmac('sha256', deps.secret).update('sessions').digest('base64'),
		...(origin ? { baseURL: origin } : {}),
		trustedOrigins: (request) => ownOrigins(request, origin),
		telemetry: { enabled: false },
		logger: { level: 'warn', log: (_level, message) => log.debug({ from: 'better-auth' }, message) },
		database: drizzleAdapter(db, {
			provider: 'sqlite',
			schema: {
				user: users,
				session: sessions,
				account: credentials,
				verification: verifications,
				twoFactor: twoFactors,
				passkey: passkeys
			}
		}),
		user: {
			additionalFields: {
				role: { type: 'string', required: false, input: false },
				disabled: { type: 'boolean', required: false, input: false }
			}
		},
		session: { expiresIn: 60 * day, updateAge: day, freshAge: day },
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) }
		},
		account: {
			accountLinking: {
				trustedProviders: [oidcId],
				disableImplicitLinking: true,
				allowDifferentEmails: true
			},
			updateAccountOnSignIn: false
		},
		rateLimit: { enabled: false },
		onAPIError: {
			errorURL: '/login',
			// Thrown on, a fault of ours (a full disk) is told as it would be anywhere else. The library has two APIErrors.
			onError: (error) => {
				if (!(error instanceof Error) || error.name !== 'APIError') throw error;
				log.debug({ from: 'better-auth' }, error.message);
			}
		},
		advanced: {
			cookiePrefix,
			// `cookies.ts` decides for each visit.
			useSecureCookies: false,
			disableOriginCheck: false,
			disableCSRFCheck: false,
			ipAddress: { ipAddressHeaders: [addressHeader], ipv6Subnet: 128 }
		},
		databaseHooks: {
			user: {
				create: {
					// Only people from the identity provider are created by this library.
					before: async (user) => ({ data: { ...user, role: newRole() } })
				},
				update: touched
			},
			account: {
				create: {
					// Nobody asks the provider for anything later, so its tokens are not kept.
					before: async (account) => ({
						data: { ...account, accessToken: null, refreshToken: null, idToken: null }
					})
				}
			},
			session: {
				create: {
					before: async (session) => {
						if (isDisabled(db, session.userId))
							throw new APIError('FORBIDDEN', { code: 'DISABLED', message: 'This account is switched off.' });
					}
				},
				update: touched,
				delete: touched
			}
		},
		plugins: [
			username({
				minUsernameLength: 1,
				maxUsernameLength: 64,
				usernameNormalization: normalizeUsername,
				usernameValidator: () => true
			}),
			twoFactor({ issuer: 'Bijou', allowPasswordless: true }),
			...(deps.passkeys ? [deps.passkeys] : []),
			genericOAuth({ config: deps.oidc ? [deps.oidc] : [] }),
			multiSession({ maximumSessions: 12 }),
			authGuard(deps)
		]
	});
}
