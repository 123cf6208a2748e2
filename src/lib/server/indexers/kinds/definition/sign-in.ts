import type { Definition } from '#core/definition/definition.ts';
import type { PlannedRequest } from '#core/definition/request.ts';
import { AppError } from '#server/platform/errors.ts';
import type { Fetched, SendOptions, Session } from './session.ts';
import type { DefinitionThread } from './thread.ts';

export const loginFailed = (message: string): AppError =>
	new AppError('login_failed', message, { status: 502 });

export interface SignIn {
	/** Makes sure that a cookie the user gave is in use. */
	prepare(options: SendOptions): Promise<void>;
	/** Signs in anew; calls at the same time share one attempt. */
	again(options: SendOptions): Promise<void>;
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
		const { answer } = await session.send(submit, options);
		const fault = await thread.run('readLoginAnswer', { answer }, options.signal);
		if (fault) throw loginFailed(`${definition.name} refused the login: ${fault}`);
		onSignedIn?.(session.cookies());
	}

	async function fillForm(request: PlannedRequest, options: SendOptions): Promise<PlannedRequest> {
		const fetched = await session.send(request, options);
		refuseMovedSite(fetched);
		const page = { ...fetched.answer, url: fetched.finalUrl };
		let form = await thread.run('readLoginForm', { page }, options.signal);
		if (form.kind === 'picture-puzzle') {
			const puzzle = await session.send(form.request, options);
			form = await thread.run('readLoginForm', { page, puzzle: puzzle.answer }, options.signal);
		}
		if (form.kind === 'submit') return form.request;
		throw new AppError(
			'captcha',
			`${definition.name} asks a captcha. Sign in with a browser and give its cookie under “Cookie of a browser”.`,
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
