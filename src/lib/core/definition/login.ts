import { attributeOf, takeText } from './block.ts';
import type { LoginSpec } from './definition.ts';
import { decodeBytes } from './encode.ts';
import type { Engine } from './engine.ts';
import { DefinitionFault } from './faults.ts';
import { isMap, parseJson } from './json/parse.ts';
import { parseHtml } from './page/html.ts';
import { filterElements, type DocumentNode, type ElementNode } from './page/tree.ts';
import { errorMessage } from './read-answer.ts';
import {
	expandHeaders,
	expandInputs,
	formBody,
	resolve,
	withHeader,
	type Answer,
	type PlannedRequest
} from './request.ts';
import { firstElement } from './rows-html.ts';
import type { Scope } from './scope.ts';
import { selectFirst } from './selector/select.ts';
import { isBlank } from './text.ts';

export type LoginPlan =
	/** The user's own cookie is all there is. */
	| { kind: 'cookie'; cookie: string }
	/** `fresh`: earlier cookies are forgotten first. */
	| { kind: 'submit'; request: PlannedRequest; cookies: string[]; fresh: boolean }
	| { kind: 'page'; request: PlannedRequest; cookies: string[] };

export type LoginForm =
	| { kind: 'submit'; request: PlannedRequest }
	| { kind: 'picture-puzzle'; request: PlannedRequest }
	/** Only a person can go on. */
	| { kind: 'captcha'; type: 'image' | 'text'; question: string };

function specOf({ definition }: Engine): LoginSpec {
	if (!definition.login) throw new DefinitionFault('the definition has no login', 0);
	return definition.login;
}

const headersOf = (engine: Engine, scope: Scope) =>
	withHeader(
		expandHeaders(specOf(engine).headers ?? engine.definition.search.headers, scope),
		'Referer',
		engine.baseUrl
	);

export function planLogin(engine: Engine): LoginPlan {
	const login = specOf(engine);
	const scope = engine.scope();
	const headers = headersOf(engine, scope);
	const cookies = login.cookies.map((cookie) => scope.expand(cookie));
	const address = resolve(scope.expand(login.path), engine.baseUrl, login.path.line, scope);
	const base = { url: address, method: 'GET' as const, headers, followRedirects: false };
	switch (login.method) {
		case 'cookie':
			return { kind: 'cookie', cookie: cookieText(login, scope) };
		case 'post': {
			const body = formBody(expandInputs(login.inputs, scope, true), engine.definition.encoding);
			const request = { ...base, method: 'POST' as const, body, followRedirects: true };
			return { kind: 'submit', request, cookies, fresh: true };
		}
		case 'form':
			return {
				kind: 'page',
				request: { ...base, followRedirects: engine.definition.followRedirect },
				cookies
			};
		case 'get': {
			const query = formBody(expandInputs(login.inputs, scope, true), 'utf-8');
			const request = { ...base, url: query ? new URL(`${address}?${query}`).href : address };
			return { kind: 'submit', request, cookies, fresh: false };
		}
		case 'oneurl': {
			const end = login.inputs.find(({ key }) => key === 'oneurl')?.value;
			const path = { ...login.path, text: login.path.text + (end?.text ?? '') };
			const url = resolve(scope.expand(path), engine.baseUrl, login.path.line, scope);
			return { kind: 'submit', request: { ...base, url }, cookies, fresh: false };
		}
	}
}

/** The cookie setting, whatever the definition calls it. */
function cookieText(login: LoginSpec, scope: Scope): string {
	const input = login.inputs.find(({ key }) => key === 'cookie');
	const own = scope.variables.get('.Config.cookie');
	const cookie = input ? scope.expand(input.value) : typeof own === 'string' ? own : '';
	return cookie.replace(/^\s*cookie:\s*/i, '').trim();
}

interface LoginPage {
	page: Answer;
	puzzle?: Answer;
	/** What a person read in the captcha. */
	captchaText?: string;
}

export function readLoginForm(engine: Engine, { page, puzzle, captchaText }: LoginPage): LoginForm {
	const login = specOf(engine);
	const scope = engine.scope();
	const document = parseHtml(decodeBytes(page.bytes, engine.definition.encoding));
	const captcha = findCaptcha(login, document, scope);
	if (captcha && captchaText === undefined) return captcha;
	const form = scope.at(login.form.line, () => selectFirst(document, scope.expand(login.form)));
	if (!form)
		throw new DefinitionFault(
			`the login page has no form that fits ${JSON.stringify(login.form.text)}`,
			login.form.line
		);
	const headers = headersOf(engine, scope);
	if (!puzzle && asksPicturePuzzle(document)) {
		const url = resolve('simpleCaptcha.php?numImages=1', page.url, login.line, scope);
		return { kind: 'picture-puzzle', request: { url, method: 'GET', headers, followRedirects: false } };
	}
	const pairs = formPairs(form);
	for (const { key, value } of expandedInputs(login, document, scope)) pairs.set(key, value);
	if (captcha && login.captcha) pairs.set(captchaInput(login, login.captcha, document), captchaText!);
	if (puzzle) pairs.set('captchaSelection', puzzleAnswer(puzzle)).set('submitme', 'X');
	addSelected(login.selectorInputs, document, scope, pairs);
	const query = new Map<string, string>();
	addSelected(login.getSelectorInputs, document, scope, query);
	return { kind: 'submit', request: submission(engine, login, form, { page, scope, headers, pairs, query }) };
}

function findCaptcha(login: LoginSpec, document: DocumentNode, scope: Scope): LoginForm | undefined {
	const { captcha } = login;
	if (!captcha) return undefined;
	const found = scope.at(captcha.selector.line, () => selectFirst(document, scope.expand(captcha.selector)));
	if (!found) return undefined;
	const question =
		captcha.type === 'image'
			? (attributeOf(found, 'src') ?? '')
			: (takeText({ optional: true, filters: [], line: 0 }, found, scope) ?? '');
	return { kind: 'captcha', type: captcha.type, question };
}

function captchaInput(
	{ selectors, line }: LoginSpec,
	{ input }: NonNullable<LoginSpec['captcha']>,
	document: DocumentNode
): string {
	const found = selectors ? selectFirst(document, input) : undefined;
	const name = found ? attributeOf(found, 'name') : input;
	if (!name || (selectors && !found))
		throw new DefinitionFault(`the login page has no input that fits ${JSON.stringify(input)}`, line);
	return name;
}

function asksPicturePuzzle(document: DocumentNode): boolean {
	return selectFirst(document, 'script[src*="simpleCaptcha"]') !== undefined;
}

function puzzleAnswer(puzzle: Answer): string {
	const answer = parseJson(decodeBytes(puzzle.bytes, 'utf-8'));
	const images = isMap(answer) ? answer.get('images') : undefined;
	const first = Array.isArray(images) ? images[0] : undefined;
	const hash = isMap(first) ? first.get('hash') : undefined;
	return typeof hash === 'string' ? hash : '';
}

/** What a browser would send of the form's `input` elements. */
function formPairs(form: ElementNode): Map<string, string> {
	const pairs = new Map<string, string>();
	for (const element of filterElements(form, ({ name }) => name === 'input')) {
		const name = element.attributes.get('name');
		if (!name || element.attributes.has('disabled')) continue;
		const type = element.attributes.get('type')?.toLowerCase();
		if ((type === 'checkbox' || type === 'radio') && !element.attributes.has('checked')) continue;
		pairs.set(name, element.attributes.get('value') ?? '');
	}
	return pairs;
}

function expandedInputs(
	login: LoginSpec,
	document: DocumentNode,
	scope: Scope
): { key: string; value: string }[] {
	return login.inputs.map(({ key, value }) => {
		const text = scope.expand(value);
		if (!login.selectors) return { key, value: text };
		const input = scope.at(value.line, () => selectFirst(document, key));
		const name = input && attributeOf(input, 'name');
		if (!name)
			throw new DefinitionFault(`the login page has no input that fits ${JSON.stringify(key)}`, value.line);
		return { key: name, value: text };
	});
}

function addSelected(
	inputs: LoginSpec['selectorInputs'],
	document: DocumentNode,
	scope: Scope,
	pairs: Map<string, string>
): void {
	const root = firstElement(document);
	for (const { key, block } of inputs) {
		const text = root && selectedText(block, root, scope);
		if (text !== undefined && !(block.optional && isBlank(text))) pairs.set(key, text);
		else if (!block.optional)
			throw new DefinitionFault(`the login page has nothing for "${key}"`, block.line);
	}
}

function selectedText(
	block: LoginSpec['selectorInputs'][number]['block'],
	root: ElementNode,
	scope: Scope
): string | undefined {
	try {
		return takeText(block, root, scope);
	} catch (error) {
		if (block.optional) return undefined;
		throw error;
	}
}

interface Submission {
	page: Answer;
	scope: Scope;
	headers: [string, string][];
	pairs: Map<string, string>;
	query: Map<string, string>;
}

function submission(
	{ definition }: Engine,
	login: LoginSpec,
	form: ElementNode,
	parts: Submission
): PlannedRequest {
	const { page, scope, headers, pairs, query } = parts;
	const action = login.submitPath ? scope.expand(login.submitPath) : (form.attributes.get('action') ?? '');
	const target = resolve(action, page.url, login.line, scope);
	const added = formBody([...query], definition.encoding);
	const url = added ? `${target}${target.includes('?') ? '&' : '?'}${added}` : target;
	const request = {
		url,
		method: 'POST' as const,
		headers: withHeader(headers, 'Referer', page.url),
		followRedirects: true
	};
	if (form.attributes.get('enctype')?.toLowerCase() === 'multipart/form-data')
		return { ...request, parts: [...pairs] };
	return { ...request, body: formBody([...pairs], definition.encoding) };
}

/** Why signing in failed; nothing when the answer shows no error. */
export function readLoginAnswer(engine: Engine, answer: Answer): string | undefined {
	if (answer.status === 401) return 'the site refused the login (status 401)';
	const { errors } = specOf(engine);
	if (!errors.length) return undefined;
	const document = parseHtml(decodeBytes(answer.bytes, engine.definition.encoding));
	return errorMessage(errors, document, engine.scope())?.replace(/\s+/g, ' ').trim().slice(0, 300);
}

/** The page that shows whether one is signed in, if the definition names one. */
export function planLoginTest(engine: Engine): PlannedRequest | undefined {
	const path = specOf(engine).test?.path;
	if (!path) return undefined;
	const scope = engine.scope();
	const url = resolve(scope.expand(path), engine.baseUrl, path.line, scope);
	return { url, method: 'GET', headers: headersOf(engine, scope), followRedirects: true };
}
