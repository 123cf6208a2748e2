import { createHash } from 'node:crypto';
import type { GenericOAuthConfig } from 'better-auth/plugins';
import { z } from 'zod';
import { usernameFrom } from '#core/access/username.ts';
import { AppError } from '#server/platform/errors.ts';
import type { Http } from '#server/platform/http.ts';
import type { Log } from '#server/platform/log.ts';
import type { Settings } from '#server/platform/settings.ts';
import { signInSettings } from './settings.ts';

export const oidcId = 'oidc';

const discovery = z.object({
	issuer: z.string(),
	authorization_endpoint: z.url(),
	token_endpoint: z.url(),
	userinfo_endpoint: z.url(),
	token_endpoint_auth_methods_supported: z.array(z.string()).optional()
});
const tokens = z.object({ access_token: z.string(), id_token: z.string() });
const profile = z.object({
	sub: z.string().min(1),
	preferred_username: z.string().optional(),
	name: z.string().optional(),
	email: z.string().optional()
});
const claims = z.object({
	iss: z.string(),
	sub: z.string(),
	aud: z.union([z.string(), z.array(z.string())]),
	exp: z.number()
});

export type Discovery = z.output<typeof discovery>;

export interface Oidc {
	/** What the button says, or undefined when nothing is set up. */
	title(): string | undefined;
	/** Reads the provider's own description; throws when it does not answer. */
	discover(): Promise<Discovery>;
	provider(found: Discovery): GenericOAuthConfig;
}

interface OidcDeps {
	http: Http;
	log: Log;
	settings: Settings;
	/** A user name that nobody has yet. */
	freeName(wish: string): string;
	now(): number;
}

export function createOidc({ http, log, settings, freeName, now }: OidcDeps): Oidc {
	const options = () => settings.get(signInSettings);
	const issuer = () => options().oidcIssuer.replace(/\/+$/, '');

	async function exchange(
		found: Discovery,
		given: { code: string; redirectURI: string; codeVerifier?: string }
	) {
		const { oidcClientId: id, oidcClientSecret: secret } = options();
		const body = new URLSearchParams({
			grant_type: 'authorization_code',
			code: given.code,
			redirect_uri: given.redirectURI,
			client_id: id,
			...(given.codeVerifier ? { code_verifier: given.codeVerifier } : {})
		});
		const methods = found.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
		const basic = secret !== '' && methods.includes('client_secret_basic');
		if (secret !== '' && !basic) body.set('client_secret', secret);
		const pair = `${encodeURIComponent(id)}:${encodeURIComponent(secret)}`;
		const answer = await http.json(found.token_endpoint, {
			schema: tokens,
			method: 'POST',
			body,
			headers: basic ? { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } : {}
		});
		return { accessToken: answer.access_token, idToken: answer.id_token };
	}

	/** The token comes straight from the issuer over the connection we opened, which vouches for it (OIDC Core 3.1.3.7). */
	function check(found: Discovery, idToken: string): string {
		const payload = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());
		const { iss, sub, aud, exp } = claims.parse(payload);
		const meant = [aud].flat().includes(options().oidcClientId);
		if (iss !== found.issuer || !meant || exp * 1000 < now() - 60_000)
			throw new AppError('upstream', 'The identity provider sent a token that is not for us.', {
				status: 502
			});
		return sub;
	}

	async function person(found: Discovery, given: { accessToken: string; idToken: string }) {
		const subject = check(found, given.idToken);
		const who = await http.json(found.userinfo_endpoint, {
			schema: profile,
			headers: { authorization: `Bearer ${given.accessToken}` }
		});
		if (who.sub !== subject)
			throw new AppError('upstream', 'The identity provider named two different people.', { status: 502 });
		const username = usernameFrom(who.preferred_username ?? who.email ?? who.name ?? 'guest');
		// Never an address that one of our own accounts has: nobody takes over an account by sharing its name.
		const email = `oidc:${createHash('sha256').update(`${found.issuer} ${who.sub}`).digest('hex').slice(0, 32)}`;
		const name = who.name ?? who.preferred_username ?? username;
		return {
			id: who.sub,
			sub: who.sub,
			email: `${email}@people.invalid`,
			emailVerified: true,
			name,
			username
		};
	}

	return {
		title() {
			const { oidcClientId, oidcName } = options();
			return issuer() && oidcClientId ? oidcName || new URL(issuer()).hostname : undefined;
		},
		async discover() {
			const found = await http.json(`${issuer()}/.well-known/openid-configuration`, { schema: discovery });
			if (found.issuer.replace(/\/+$/, '') === issuer()) return found;
			throw new AppError('upstream', `The identity provider calls itself ${found.issuer}, not ${issuer()}.`, {
				status: 502
			});
		},
		provider: (found) => ({
			providerId: oidcId,
			clientId: options().oidcClientId,
			authorizationUrl: found.authorization_endpoint,
			tokenUrl: found.token_endpoint,
			scopes: ['openid', 'profile', 'email'],
			pkce: true,
			// Subjects are unique within one issuer only.
			accountSubject: ({ profile: who }) => `${found.issuer} ${who.sub}`,
			disableSignUp: !options().oidcNewPeople,
			getToken: ({ code, redirectURI, codeVerifier }) =>
				exchange(found, { code, redirectURI, ...(codeVerifier ? { codeVerifier } : {}) }),
			getUserInfo: ({ accessToken = '', idToken = '' }) =>
				person(found, { accessToken, idToken }).catch((error: unknown) => {
					log.warn({ err: error }, 'the identity provider sent somebody whom we do not believe');
					return null;
				}),
			mapProfileToUser: (who) => ({ username: freeName(String(who['username'])), name: String(who['name']) })
		})
	};
}
