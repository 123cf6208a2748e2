import { redirect } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { themeCookie, themeOf } from '$lib/client/theme.ts';
import { chooseLocale, localeCookie } from '$lib/i18n/locale.ts';
import { setupGate, setupRequired } from '#server/accounts/gate.ts';
import { createApp, type App } from '#server/app.ts';
import { claimFolder } from '#server/platform/claim.ts';
import { readConfig } from '#server/platform/config.ts';
import { toAppError } from '#server/platform/errors.ts';
import { clientAddress, standingEdge } from '#server/platform/web/edge.ts';
import { createEdgeHandle } from '#server/platform/web/handle.ts';
import { createPageMemory, type PageMemory } from '#server/platform/web/page-memory.ts';
import { errorReply } from '#server/platform/web/reply.ts';
import { createRoad, type Admission } from '#server/platform/web/road.ts';

let app: App;
let edge: Handle;
let pages: PageMemory;

export const init: ServerInit = async () => {
	if (building) return;
	const config = readConfig(process.env);
	claimFolder(config.dataDir);
	app = await createApp(config);
	edge = createEdgeHandle({ ...app.config, log: app.log, metrics: app.metrics });
	pages = createPageMemory(app);
	await app.start();
	const routes = import.meta.glob('./routes/api/**/+server.ts');
	standingEdge()!.answer = createRoad({ app, pages, admit, routes });
};

/** Who asks, and what they may see before the house is set up. */
async function admit(pathname: string, headers: Headers, ip: string): Promise<Admission> {
	const { accounts } = app;
	if (accounts.needsSetup()) {
		const gate = setupGate(pathname);
		if (gate === 'redirect') return { elsewhere: '/setup' };
		if (gate === 'refuse') return { refused: setupRequired() };
	}
	const found = await accounts.authenticate(headers, ip).catch(toAppError);
	return found instanceof Error ? { refused: found } : { actor: found };
}

const identify: Handle = async ({ event, resolve }) => {
	const ip = clientAddress(event);
	event.locals.app = app;
	const { actor, refused, elsewhere } = await admit(event.url.pathname, event.request.headers, ip);
	if (elsewhere) redirect(303, elsewhere);
	if (refused) return errorReply(refused, event.locals.requestId);
	if (actor) event.locals.actor = actor;
	return app.accounts.acting({ actor, ip }, () => resolve(event));
};

const remember: Handle = (input) => pages.handle(input);

/** Language and theme stand in the first line of the page, so that nothing flashes. */
const dress: Handle = ({ event, resolve }) => {
	const { locale } = chooseLocale(
		event.cookies.get(localeCookie) ?? app.general().language,
		event.request.headers.get('accept-language')
	);
	const theme = themeOf(event.cookies.get(themeCookie));
	return resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%bijou.lang%', locale).replace('%bijou.theme%', theme),
		// The latin faces only; the extended ones are fetched where a letter needs them.
		preload: ({ type, path }) => (type === 'font' ? !path.includes('-latin-ext-') : type !== 'asset')
	});
};

export const handle: Handle = (input) => sequence(edge, identify, remember, dress)(input);

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message: 'There is nothing at this address.', code: 'not_found' };
	const fault = toAppError(error);
	const id = event.locals.requestId;
	if (status < 500) return { message, code: fault.code, id };
	event.locals.log?.error({ err: error, path: event.url.pathname }, 'a request failed');
	return { message: fault.message, code: fault.code, id };
};
