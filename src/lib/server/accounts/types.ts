import type { Actor, Permission, Role } from '#core/access/permissions.ts';

/** One request as sign-in sees it. `ip` is the true address, found by the edge; forwarded headers are not read here. */
export interface Visit {
	/** Of the address as the visitor sees it: its scheme decides whether cookies are marked secure. */
	url: URL;
	headers: Headers;
	ip: string;
}

/** A cookie to be set as it stands, without further encoding. */
export interface SetCookie {
	name: string;
	value: string;
	options: {
		path: string;
		httpOnly: boolean;
		secure: boolean;
		sameSite: 'lax' | 'strict' | 'none';
		maxAge?: number;
	};
}

export type SignIn =
	| { outcome: 'signed-in'; userId: string; cookies: SetCookie[] }
	/** The password was right; a code is wanted next. The cookies carry the pending sign-in. */
	| { outcome: 'second-factor'; cookies: SetCookie[] };

export interface Person {
	id: string;
	username: string;
	name: string;
	role: Role;
	disabled: boolean;
	twoFactor: boolean;
	createdAt: number;
	lastSeenAt: number | null;
}

export interface NewPerson {
	username: string;
	name?: string | undefined;
	password: string;
	role?: Role | undefined;
}

export interface SessionView {
	id: string;
	current: boolean;
	ip: string | null;
	userAgent: string | null;
	createdAt: number;
	lastSeenAt: number;
	expiresAt: number;
}

/** Somebody signed in on this device. */
export interface Profile {
	userId: string;
	name: string;
	username: string;
	role: Role;
	active: boolean;
}

export interface PasskeyView {
	id: string;
	name: string;
	createdAt: number | null;
	backedUp: boolean;
}

export interface ApiKeyView {
	id: string;
	userId: string;
	owner: string;
	name: string;
	start: string;
	/** Null: everything its owner may do. */
	scopes: Permission[] | null;
	perMinute: number | null;
	expiresAt: number | null;
	lastUsedAt: number | null;
	createdAt: number;
}

export interface NewApiKey {
	name: string;
	scopes?: Permission[] | null | undefined;
	perMinute?: number | null | undefined;
	expiresAt?: number | null | undefined;
}

export interface InvitationView {
	id: number;
	role: Role;
	note: string | null;
	createdBy: string | null;
	createdAt: number;
	expiresAt: number;
	maxUses: number;
	uses: number;
	state: 'open' | 'used' | 'expired';
}

export interface NewInvitation {
	role: Role;
	note?: string | undefined;
	expiresAt?: number | undefined;
	maxUses?: number | undefined;
}

export interface AuditEntry {
	id: number;
	at: number;
	actorId: string | null;
	actorName: string;
	via: 'session' | 'key' | 'system';
	action: string;
	target: string | null;
	ip: string | null;
	details: Record<string, unknown> | null;
}

/** Who and from where; taken from the request under way when left out. */
export interface AuditNote {
	action: string;
	target?: string | undefined;
	details?: Record<string, unknown> | undefined;
	actor?: Pick<Actor, 'userId' | 'name' | 'kind'> | undefined;
	ip?: string | undefined;
}

export interface AuditQuery {
	limit?: number | undefined;
	cursor?: string | undefined;
	/** An action, or a family of them: `session` stands for `session.*`. */
	action?: string | undefined;
	actorId?: string | undefined;
	/** Looks in names, targets and addresses. */
	text?: string | undefined;
	from?: number | undefined;
	to?: number | undefined;
}
