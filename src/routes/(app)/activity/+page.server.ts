import { redirect } from '@sveltejs/kit';
import { page } from '#server/platform/web.ts';

export const load = page({ access: 'search.use' }, () => redirect(307, '/activity/queue'));
