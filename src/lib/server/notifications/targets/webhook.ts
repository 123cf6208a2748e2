import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { defineProvider } from '../../platform/providers.ts';
import { commonSettings, greeting } from '../target.ts';
import type { NotificationTarget } from '../target.ts';

export const webhook = defineProvider({
	port: 'notification',
	kind: 'webhook',
	title: 'Webhook',
	description: 'Posts each note as JSON to an address of yours.',
	settings: z.object({
		url: z.url({ protocol: /^https?$/ }).meta({ title: 'Address', placeholder: 'https://example.org/hook' }),
		...commonSettings,
		secret: z.string().optional().meta({
			title: 'Signing secret',
			description: 'With it each post carries X-Bijou-Signature: sha256=…, an HMAC of the body.',
			secret: true,
			advanced: true
		}),
		authorization: z.string().optional().meta({
			title: 'Authorization header',
			placeholder: 'Bearer …',
			secret: true,
			advanced: true
		})
	}),
	create: ({ url, occasions, secret, authorization }, { http }): NotificationTarget => ({
		occasions,
		async send(note, signal) {
			const body = JSON.stringify(note);
			const headers = {
				'content-type': 'application/json',
				...(authorization && { authorization }),
				...(secret && { 'x-bijou-signature': `sha256=${sign(body, secret)}` })
			};
			await http.request(url, { method: 'POST', headers, body, ...(signal && { signal }) });
		}
	}),
	async test(target, signal) {
		await target.send(greeting(Date.now()), signal);
		return 'The address took a test note.';
	}
});

const sign = (body: string, secret: string) => createHmac('sha256', secret).update(body).digest('hex');
