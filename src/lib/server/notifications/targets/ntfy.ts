import { z } from 'zod';
import { defineProvider } from '../../platform/providers.ts';
import { commonSettings, greeting } from '../target.ts';
import type { Note, NotificationTarget } from '../target.ts';

const priorities: Record<Note['level'], number> = { good: 2, warning: 3, problem: 4 };
const tags: Record<Note['level'], string> = {
	good: 'white_check_mark',
	warning: 'warning',
	problem: 'rotating_light'
};

export const ntfy = defineProvider({
	port: 'notification',
	kind: 'ntfy',
	title: 'ntfy',
	description: 'Push messages to a phone by ntfy.sh or a server of your own.',
	settings: z.object({
		server: z
			.url({ protocol: /^https?$/ })
			.default('https://ntfy.sh')
			.meta({ title: 'Server' }),
		topic: z
			.string()
			.regex(/^[\w-]{1,64}$/, 'Letters, digits, - and _ only')
			.meta({
				title: 'Topic',
				description: 'Whoever knows it can read along: choose one that is hard to guess.'
			}),
		...commonSettings,
		token: z.string().optional().meta({ title: 'Access token', secret: true, placeholder: 'tk_…' })
	}),
	create: ({ server, topic, occasions, token }, { http }): NotificationTarget => ({
		occasions,
		async send({ level, house, title, body, link }, signal) {
			const message = {
				topic,
				title: `${house}: ${title}`,
				message: body,
				priority: priorities[level],
				tags: [tags[level]],
				...(link && { click: link })
			};
			const headers = token ? { authorization: `Bearer ${token}` } : {};
			// A message in JSON goes to the root; headers would not carry every letter.
			await http.request(server, { method: 'POST', json: message, headers, ...(signal && { signal }) });
		}
	}),
	async test(target, signal) {
		await target.send(greeting(Date.now()), signal);
		return 'A test note is on its way to the topic.';
	}
});
