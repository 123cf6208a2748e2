import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OidcUser {
	sub: string;
	preferred_username?: string;
	name?: string;
	email?: string;
}

export interface FakeOidc extends AsyncDisposable {
	issuer: string;
	/** Who signs in at the next visit; it may be changed between visits. */
	user: OidcUser;
	/** Claims that the id token gets wrong on purpose. */
	claims: Record<string, unknown>;
	/** What a browser does there: follows the address and comes back with a code. */
	visit(url: string): Promise<string>;
}

const text = async (request: IncomingMessage) => {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
};
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An identity provider with the authorization-code flow, PKCE and client authentication. */
export async function startOidc(client = { id: 'bijou', secret: 's3cret/+ü' }): Promise<FakeOidc> {
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const codes = new Map<string, { challenge: string; redirect: string }>();
	const tokens = new Map<string, OidcUser>();

	const token = (fake: FakeOidc) => {
		const now = Math.floor(Date.now() / 1000);
		const standard = { iss: fake.issuer, sub: fake.user.sub, aud: client.id, iat: now, exp: now + 300 };
		const body = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ ...standard, ...fake.claims })}`;
		return `${body}.${sign('sha256', Buffer.from(body), privateKey).toString('base64url')}`;
	};

	const authorize = (url: URL) => {
		const { searchParams: asked } = url;
		const redirect = asked.get('redirect_uri') ?? '';
		const good = asked.get('client_id') === client.id && asked.get('code_challenge_method') === 'S256';
		if (!good || asked.get('response_type') !== 'code' || !asked.get('scope')?.includes('openid'))
			return undefined;
		const code = randomUUID();
		codes.set(code, { challenge: asked.get('code_challenge') ?? '', redirect });
		const back = new URL(redirect);
		back.searchParams.set('code', code);
		back.searchParams.set('state', asked.get('state') ?? '');
		return back.href;
	};

	const redeem = (fake: FakeOidc, body: URLSearchParams, authorization = '') => {
		const expected = `${encodeURIComponent(client.id)}:${encodeURIComponent(client.secret)}`;
		if (Buffer.from(authorization.replace('Basic ', ''), 'base64').toString() !== expected) return undefined;
		const known = codes.get(body.get('code') ?? '');
		codes.delete(body.get('code') ?? '');
		const challenge = createHash('sha256')
			.update(body.get('code_verifier') ?? '')
			.digest('base64url');
		if (known?.challenge !== challenge || known.redirect !== body.get('redirect_uri')) return undefined;
		const access = randomUUID();
		tokens.set(access, fake.user);
		return { access_token: access, token_type: 'Bearer', expires_in: 300, id_token: token(fake) };
	};

	const server = createServer(async (request, response) => {
		const url = new URL(request.url ?? '/', fake.issuer);
		const reply = (status: number, body: unknown) =>
			response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
		if (url.pathname === '/.well-known/openid-configuration')
			return reply(200, {
				issuer: fake.issuer,
				authorization_endpoint: `${fake.issuer}/authorize`,
				token_endpoint: `${fake.issuer}/token`,
				userinfo_endpoint: `${fake.issuer}/userinfo`,
				token_endpoint_auth_methods_supported: ['client_secret_basic']
			});
		if (url.pathname === '/authorize') {
			const back = authorize(url);
			return back
				? response.writeHead(302, { location: back }).end()
				: reply(400, { error: 'invalid_request' });
		}
		if (url.pathname === '/token' && request.method === 'POST') {
			const given = redeem(fake, new URLSearchParams(await text(request)), request.headers.authorization);
			return given ? reply(200, given) : reply(400, { error: 'invalid_grant' });
		}
		const who = tokens.get((request.headers.authorization ?? '').replace('Bearer ', ''));
		return url.pathname === '/userinfo' && who ? reply(200, who) : reply(401, { error: 'invalid_token' });
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

	const fake: FakeOidc = {
		issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		user: { sub: '1' },
		claims: {},
		async visit(url) {
			const answer = await fetch(url, { redirect: 'manual' });
			const back = answer.headers.get('location');
			if (!back) throw new Error(`the provider refused: ${answer.status} ${await answer.text()}`);
			return back;
		},
		[Symbol.asyncDispose]: () => new Promise((closed) => server.close(() => closed()))
	};
	return fake;
}
