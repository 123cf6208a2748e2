import type { Definition } from '#core/definition/definition.ts';
import type { Answer, PlannedRequest } from '#core/definition/request.ts';
import { AppError, conflict } from '#server/platform/errors.ts';
import type { Challenge } from '../../by-hand.ts';
import type { Fetched, SendOptions, Session } from './session.ts';
import type { DefinitionThread } from './thread.ts';

export const loginFailed = (message: string): AppError =>
	new AppError('login_failed', message, { status: 502 });

export interface SignIn {
	/** Makes sure that a cookie the user gave is in use. */
	prepare(options: SendOptions): Promise<void>;
	/** Signs in anew; calls at the same time share one attempt. */
	again(options: SendOptions): Promise<void>;
	/** What a person has to read before the login can be sent; nothing when no captcha is asked. */
	ask(options: SendOptions): Promise<Challenge | undefined>;
	/** Sends the login of that page with what was read. */
	answer(text: string, options: SendOptions): Promise<void>;
	/** Whether the definition's test page shows a signed-in person; true without such a page. */
	holds(options: SendOptions): Promise<boolean>;
}

interface SignInOptions {
	definition: Definition;
	thread: DefinitionThread;
	session: Session;
	/** Of a browser that is signed in. */
	cookie?: string | undefined;
	/** Told the cookies worth keeping. */
	onSignedIn?: ((cookies: string) => void) | undefined;
}

export function createSignIn({ definition, thread, session, cookie, onSignedIn }: SignInOptions): SignIn {
	let prepared = false;
	let running: Promise<void> | undefined;
	let waiting: Answer | undefined;
	const usesCookie = cookie !== undefined || definition.login?.method === 'cookie';

	async function signIn(options: SendOptions): Promise<void> {
		if (cookie !== undefined) return session.addCookies([cookie.replace(/^\s*cookie:\s*/i, '')]);
		const plan = await thread.run('planLogin', undefined, options.signal);
		if (plan.kind === 'cookie') {
			await session.addCookies([plan.cookie]);
			return;
		}
		if (plan.kind === 'submit' && plan.fresh) await session.forget();
		await session.addCookies(plan.cookies);
		const submit = plan.kind === 'submit' ? plan.request : await fillForm(plan.request, options);
		await submitLogin(submit, options);
	}

	async function submitLogin(submit: PlannedRequest, options: SendOptions): Promise<void> {
		const { answer } = await session.send(submit, options);
		const fault = await thread.run('readLoginAnswer', { answer }, options.signal);
		if (fault) throw loginFailed(`${definition.name} refused the login: ${fault}`);
		onSignedIn?.(session.cookies());
	}

	async function loginPage(request: PlannedRequest, options: SendOptions): Promise<Answer> {
		const fetched = await session.send(request, options);
		refuseMovedSite(fetched);
		return { ...fetched.answer, url: fetched.finalUrl };
	}

	async function ask(options: SendOptions): Promise<Challenge | undefined> {
		waiting = undefined;
		const plan = await thread.run('planLogin', undefined, options.signal);
		if (plan.kind !== 'page') return undefined;
		await session.addCookies(plan.cookies);
		const page = await loginPage(plan.request, options);
		const form = await thread.run('readLoginForm', { page }, options.signal);
		if (form.kind !== 'captcha') return undefined;
		waiting = page;
		if (form.type === 'text') return { type: 'text', question: form.question };
		return { type: 'image', picture: await pictureAt(form.question, plan.request, page, options) };
	}

	/** As an address that holds the picture itself: only this session may fetch it. */
	async function pictureAt(
		source: string,
		{ headers }: PlannedRequest,
		page: Answer,
		options: SendOptions
	): Promise<string> {
		if (source.startsWith('data:image/')) return source;
		const url = new URL(source, page.url).href;
		const { answer } = await session.send({ url, method: 'GET', headers, followRedirects: true }, options);
		const type = /^image\/[\w.+-]+/.exec(answer.contentType)?.[0] ?? 'image/png';
		return `data:${type};base64,${Buffer.from(answer.bytes).toString('base64')}`;
	}

	async function answer(captchaText: string, options: SendOptions): Promise<void> {
		if (!waiting) throw conflict('Ask for the picture again: the site waits for no answer.');
		const page = waiting;
		waiting = undefined;
		const form = await thread.run('readLoginForm', { page, captchaText }, options.signal);
		if (form.kind !== 'submit') throw loginFailed(`The login page of ${definition.name} cannot be sent.`);
		await submitLogin(form.request, options);
	}

	async function fillForm(request: PlannedRequest, options: SendOptions): Promise<PlannedRequest> {
		const page = await loginPage(request, options);
		let form = await thread.run('readLoginForm', { page }, options.signal);
		if (form.kind === 'picture-puzzle') {
			const puzzle = await session.send(form.request, options);
			form = await thread.run('readLoginForm', { page, puzzle: puzzle.answer }, options.signal);
		}
		if (form.kind === 'submit') return form.request;
		throw new AppError(
			'captcha',
			`${definition.name} asks a captcha. Answer it on the page of this indexer under “Sign in by hand”.`,
			{
				status: 502
			}
		);
	}

	function refuseMovedSite({ redirect, finalUrl }: Fetched) {
		if (!redirect) return;
		const moved = new URL(redirect).host !== new URL(finalUrl).host;
		const hint = moved ? ' The site may have moved: change its address.' : '';
		throw loginFailed(`The login page of ${definition.name} redirects to ${redirect}.${hint}`);
	}

	return {
		ask: (options) => ask({ ...options, purpose: 'login' }),
		answer: (text, options) => answer(text, { ...options, purpose: 'login' }),
		async prepare(options) {
			if (prepared || !usesCookie) return;
			prepared = true;
			await signIn(options);
		},
		again(options) {
			running ??= signIn({ ...options, purpose: 'login' }).finally(() => (running = undefined));
			return running;
		},
		async holds(options) {
			const request = await thread.run('planLoginTest', undefined, options.signal);
			if (!request) return true;
			const { answer } = await session.send(request, { ...options, purpose: 'login' });
			return !(await thread.run('isSignedOut', { answer }, options.signal));
		}
	};
}
