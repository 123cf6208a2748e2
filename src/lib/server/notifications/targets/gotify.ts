import { z } from 'zod';
import { defineProvider } from '../../platform/providers.ts';
import { commonSettings, greeting } from '../target.ts';
import type { Note, NotificationTarget } from '../target.ts';

const priorities: Record<Note['level'], number> = { good: 2, warning: 5, problem: 8 };

export const gotify = defineProvider({
	port: 'notification',
	kind: 'gotify',
	title: 'Gotify',
	description: 'Messages on a Gotify server of your own.',
	settings: z.object({
		server: z
			.url({ protocol: /^https?$/ })
			.meta({ title: 'Server', placeholder: 'https://gotify.example.org' }),
		token: z.string().min(1).meta({ title: 'Application token', secret: true }),
		...commonSettings
	}),
	create: ({ server, token, occasions }, { http }): NotificationTarget => ({
		occasions,
		async send({ level, house, title, body, link }, signal) {
			const message = {
				title: `${house}: ${title}`,
				message: body,
				priority: priorities[level],
				...(link && { extras: { 'client::notification': { click: { url: link } } } })
			};
			const address = `${server.replace(/\/+$/, '')}/message`;
			const headers = { 'x-gotify-key': token };
			await http.request(address, { method: 'POST', json: message, headers, ...(signal && { signal }) });
		}
	}),
	async test(target, signal) {
		await target.send(greeting(Date.now()), signal);
		return 'Gotify took a test note.';
	}
});
