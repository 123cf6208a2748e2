import type { LoginSpec } from './definition.ts';
import { readBlocks, readHeaders } from './read-block.ts';
import type { MapReader } from './read-node.ts';
import { readErrors } from './read-search.ts';

export function readLogin(login: MapReader): LoginSpec {
	const line = login.line;
	const submitPath = login.text('submitpath');
	const captcha = readCaptcha(login);
	const test = readTest(login);
	const headers = readHeaders(login, 'headers');
	const spec: LoginSpec = {
		method: login.oneOf('method', ['form', 'cookie', 'post', 'get', 'oneurl'], 'form'),
		path: login.text('path') ?? { text: '', line },
		...(submitPath && { submitPath }),
		form: login.text('form') ?? { text: 'form', line },
		inputs: login.pairs('inputs'),
		selectors: login.flag('selectors', false),
		selectorInputs: readBlocks(login, 'selectorinputs'),
		getSelectorInputs: readBlocks(login, 'getselectorinputs'),
		cookies: login.texts('cookies'),
		...(captcha && { captcha }),
		errors: readErrors(login),
		...(test && { test }),
		...(headers && { headers }),
		line
	};
	login.done();
	return spec;
}

function readCaptcha(login: MapReader): LoginSpec['captcha'] {
	const map = login.map('captcha');
	if (!map) return undefined;
	const captcha = {
		type: map.oneOf('type', ['image', 'text'], 'image'),
		selector: map.required('selector'),
		input: map.string('input') ?? ''
	};
	map.done();
	return captcha;
}

function readTest(login: MapReader): LoginSpec['test'] {
	const map = login.map('test');
	if (!map) return undefined;
	const path = map.text('path');
	const selector = map.text('selector');
	map.done();
	return { ...(path && { path }), ...(selector && { selector }) };
}
