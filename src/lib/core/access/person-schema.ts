import { z } from 'zod';
import { allPermissions, roles } from './permissions.ts';
import type { Permission } from './permissions.ts';

// What the API takes and gives; the pages' forms use the same pieces.
export const role = z.enum(roles);
export const permission = z.enum(allPermissions as [Permission, ...Permission[]]);
const name = z.string().trim().min(1).max(80);
const moment = z.number().int().positive();

export const person = z
	.object({
		id: z.string(),
		username: z.string(),
		name: z.string(),
		role,
		disabled: z.boolean(),
		twoFactor: z.boolean(),
		createdAt: z.number(),
		lastSeenAt: z.number().nullable()
	})
	.meta({ id: 'Person' });

export const newPerson = z.object({
	username: z.string().max(200),
	name: z.string().trim().max(80).optional(),
	password: z.string().max(1000),
	role: role.default('member')
});

export const personChange = z.object({
	name: name.optional(),
	role: role.optional(),
	disabled: z.boolean().optional()
});

export const apiKey = z
	.object({
		id: z.string(),
		userId: z.string(),
		owner: z.string(),
		name: z.string(),
		start: z.string(),
		scopes: z.array(permission).nullable(),
		perMinute: z.number().nullable(),
		expiresAt: z.number().nullable(),
		lastUsedAt: z.number().nullable(),
		createdAt: z.number()
	})
	.meta({ id: 'ApiKey' });

export const newApiKey = z.object({
	name,
	scopes: z
		.array(permission)
		.min(1)
		.nullable()
		.optional()
		.meta({ description: 'Null: everything its owner may do' }),
	perMinute: z.number().int().min(1).max(100_000).nullable().optional(),
	expiresAt: moment.nullable().optional()
});

export const invitation = z
	.object({
		id: z.number(),
		role,
		note: z.string().nullable(),
		createdBy: z.string().nullable(),
		createdAt: z.number(),
		expiresAt: z.number(),
		maxUses: z.number(),
		uses: z.number(),
		state: z.enum(['open', 'used', 'expired'])
	})
	.meta({ id: 'Invitation' });

export const newInvitation = z.object({
	role: role.default('member'),
	note: z.string().trim().max(200).optional(),
	expiresAt: moment.optional(),
	maxUses: z.number().int().min(1).max(1000).default(1)
});

export const auditEntry = z
	.object({
		id: z.number(),
		at: z.number(),
		actorId: z.string().nullable(),
		actorName: z.string(),
		via: z.enum(['session', 'key', 'system']),
		action: z.string(),
		target: z.string().nullable(),
		ip: z.string().nullable(),
		details: z.record(z.string(), z.unknown()).nullable()
	})
	.meta({ id: 'AuditEntry' });

export const auditFilter = z.object({
	action: z.string().max(80).optional().meta({ description: 'An action, or a family: `session`' }),
	actorId: z.string().max(64).optional(),
	text: z.string().max(200).optional().meta({ description: 'In names, targets and addresses' }),
	from: z.number().int().optional(),
	to: z.number().int().optional()
});
