import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Permission, Role } from '../../core/access/permissions.ts';

// Users, sessions, credentials, verifications, two factors and passkeys are read and written by better-auth
// too: the names of their properties are the ones its models ask for.
const at = (name: string) => integer(name, { mode: 'timestamp_ms' });
const owner = () =>
	text('user_id')
		.notNull()
		.references(() => users.id, { onDelete: 'cascade' });

export const users = sqliteTable('users', {
	id: text('id').primaryKey(),
	/** Lower case; what people sign in with. */
	username: text('username').notNull().unique(),
	/** The name as it was typed. */
	displayUsername: text('display_username'),
	name: text('name').notNull(),
	/** Made up by us: nobody needs an address here, but better-auth wants one. */
	email: text('email').notNull().unique(),
	emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
	image: text('image'),
	role: text('role').$type<Role>().notNull().default('guest'),
	disabled: integer('disabled', { mode: 'boolean' }).notNull().default(false),
	twoFactorEnabled: integer('two_factor_enabled', { mode: 'boolean' }).notNull().default(false),
	createdAt: at('created_at').notNull(),
	updatedAt: at('updated_at').notNull()
});

export const sessions = sqliteTable(
	'sessions',
	{
		id: text('id').primaryKey(),
		token: text('token').notNull().unique(),
		userId: owner(),
		expiresAt: at('expires_at').notNull(),
		ipAddress: text('ip_address'),
		userAgent: text('user_agent'),
		createdAt: at('created_at').notNull(),
		updatedAt: at('updated_at').notNull()
	},
	(t) => [index('sessions_user').on(t.userId), index('sessions_expiry').on(t.expiresAt)]
);

export const credentials = sqliteTable(
	'credentials',
	{
		id: text('id').primaryKey(),
		/** The name under which the provider knows the person; ours is `credential`. */
		accountId: text('account_id').notNull(),
		providerId: text('provider_id').notNull(),
		userId: owner(),
		accessToken: text('access_token'),
		refreshToken: text('refresh_token'),
		idToken: text('id_token'),
		accessTokenExpiresAt: at('access_token_expires_at'),
		refreshTokenExpiresAt: at('refresh_token_expires_at'),
		scope: text('scope'),
		password: text('password'),
		createdAt: at('created_at').notNull(),
		updatedAt: at('updated_at').notNull()
	},
	(t) => [
		index('credentials_user').on(t.userId),
		uniqueIndex('credentials_account').on(t.providerId, t.accountId)
	]
);

export const verifications = sqliteTable(
	'verifications',
	{
		id: text('id').primaryKey(),
		identifier: text('identifier').notNull(),
		value: text('value').notNull(),
		expiresAt: at('expires_at').notNull(),
		createdAt: at('created_at').notNull(),
		updatedAt: at('updated_at').notNull()
	},
	(t) => [index('verifications_identifier').on(t.identifier), index('verifications_expiry').on(t.expiresAt)]
);

export const twoFactors = sqliteTable(
	'two_factors',
	{
		id: text('id').primaryKey(),
		userId: owner(),
		secret: text('secret').notNull(),
		backupCodes: text('backup_codes').notNull(),
		verified: integer('verified', { mode: 'boolean' }).default(true),
		failedVerificationCount: integer('failed_verification_count').default(0),
		lockedUntil: at('locked_until')
	},
	(t) => [index('two_factors_user').on(t.userId)]
);

export const passkeys = sqliteTable(
	'passkeys',
	{
		id: text('id').primaryKey(),
		name: text('name'),
		publicKey: text('public_key').notNull(),
		userId: owner(),
		credentialID: text('credential_id').notNull().unique(),
		counter: integer('counter').notNull(),
		deviceType: text('device_type').notNull(),
		backedUp: integer('backed_up', { mode: 'boolean' }).notNull(),
		transports: text('transports'),
		aaguid: text('aaguid'),
		createdAt: at('created_at')
	},
	(t) => [index('passkeys_user').on(t.userId)]
);

export const apiKeys = sqliteTable(
	'api_keys',
	{
		id: text('id').primaryKey(),
		userId: owner(),
		name: text('name').notNull(),
		/** The first characters, to tell keys apart in a list. */
		start: text('start').notNull(),
		/** SHA-256; the key itself is shown once and kept nowhere. */
		hash: text('hash').notNull().unique(),
		/** Null: everything its owner may do. */
		scopes: text('scopes', { mode: 'json' }).$type<Permission[]>(),
		perMinute: integer('per_minute'),
		expiresAt: integer('expires_at'),
		lastUsedAt: integer('last_used_at'),
		createdAt: integer('created_at').notNull()
	},
	(t) => [index('api_keys_user').on(t.userId)]
);

export const invitations = sqliteTable('invitations', {
	id: integer('id').primaryKey({ autoIncrement: true }),
	hash: text('hash').notNull().unique(),
	role: text('role').$type<Role>().notNull(),
	note: text('note'),
	createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
	createdAt: integer('created_at').notNull(),
	expiresAt: integer('expires_at').notNull(),
	maxUses: integer('max_uses').notNull().default(1),
	uses: integer('uses').notNull().default(0)
});

/** Failed attempts, by account (`user:anna`) and by address (`address:192.0.2.7`). */
export const lockouts = sqliteTable('lockouts', {
	key: text('key').primaryKey(),
	failures: integer('failures').notNull(),
	lastFailureAt: integer('last_failure_at').notNull(),
	lockedUntil: integer('locked_until').notNull().default(0)
});

export const auditLog = sqliteTable(
	'audit_log',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		at: integer('at').notNull(),
		/** No foreign key: what somebody did outlives the account. */
		actorId: text('actor_id'),
		actorName: text('actor_name').notNull(),
		via: text('via').$type<'session' | 'key' | 'system'>().notNull(),
		action: text('action').notNull(),
		target: text('target'),
		ip: text('ip'),
		details: text('details', { mode: 'json' }).$type<Record<string, unknown>>()
	},
	(t) => [
		index('audit_log_at').on(t.at),
		index('audit_log_action').on(t.action, t.id),
		index('audit_log_actor').on(t.actorId, t.id)
	]
);
