import { z } from 'zod';
import { defineSettings } from '#server/platform/settings.ts';

export const signInSettings = defineSettings('sign-in', {
	title: 'Signing in',
	description: 'How people come in, and how long their traces are kept.',
	group: 'The house',
	schema: z.object({
		auditDays: z
			.number()
			.int()
			.min(7)
			.max(3650)
			.default(365)
			.meta({ title: 'Keep the audit log for', unit: 'days' }),
		oidcIssuer: z
			.union([z.url({ protocol: /^https?$/ }), z.literal('')])
			.default('')
			.meta({
				title: 'OpenID Connect issuer',
				description: 'Lets people sign in with Authentik, Authelia, Pocket ID, Keycloak and the like.',
				placeholder: 'https://id.example.org',
				widget: 'url'
			}),
		oidcClientId: z.string().default('').meta({ title: 'Client id' }),
		oidcClientSecret: z.string().default('').meta({ title: 'Client secret', secret: true }),
		oidcName: z.string().max(40).default('').meta({
			title: 'Name on the button',
			placeholder: 'Pocket ID'
		}),
		oidcNewPeople: z.boolean().default(true).meta({
			title: 'Let people in who have no account yet',
			description: 'They get an account at their first sign-in.'
		}),
		oidcRole: z
			.enum(['member', 'guest'])
			.default('member')
			.meta({ title: 'Their role', labels: { member: 'Member', guest: 'Guest' } })
	}),
	env: {
		oidcIssuer: 'OIDC_ISSUER',
		oidcClientId: 'OIDC_CLIENT_ID',
		oidcClientSecret: 'OIDC_CLIENT_SECRET'
	}
});
