import type { Pair, Text } from './definition.ts';
import { decodeForm, encodeForm } from './encode.ts';
import type { Scope } from './scope.ts';
import { isBlank } from './text.ts';

/** What is to be sent. Bodies are ASCII: all else in them is percent-encoded already. */
export interface PlannedRequest {
	url: string;
	method: 'GET' | 'POST';
	headers: [name: string, value: string][];
	body?: string;
	/** Multipart instead of a form body. */
	parts?: [name: string, value: string][];
	followRedirects: boolean;
}

/** What came back. */
export interface Answer {
	/** Address of the request, before redirects. */
	url: string;
	status: number;
	contentType: string;
	bytes: Uint8Array;
}

/** Printed values are encoded, literal text is not; no plus survives in a path. */
export function expandPath(path: Text, scope: Scope): string {
	return scope.expand(path, encodeForm).replaceAll('+', '%20');
}

export function resolve(address: string, base: string, line: number, scope: Scope): string {
	return scope.at(line, () => {
		if (!URL.canParse(address, base)) throw new Error(`${JSON.stringify(address)} is not an address`);
		return new URL(address, base).href;
	});
}

/** Pairs in order; what expands to a blank is left out unless `keepEmpty`. */
export function expandInputs(inputs: readonly Pair[], scope: Scope, keepEmpty: boolean): [string, string][] {
	return inputs.flatMap(({ key, value }) => {
		if (key === '$raw') return rawPairs(scope.expand(value, encodeForm));
		const text = scope.expand(value);
		return keepEmpty || !isBlank(text) ? [[key, text] as [string, string]] : [];
	});
}

/** `a=1&b=2` by one template. Its printed values were encoded to keep the `&` apart; sending encodes once more. */
function rawPairs(text: string): [string, string][] {
	return text.split('&').flatMap((part) => {
		const at = part.indexOf('=');
		const key = at < 0 ? part : part.slice(0, at);
		return key ? [[key, at < 0 ? '' : decodeForm(part.slice(at + 1))] as [string, string]] : [];
	});
}

/** Keys go out as they are, values encoded. */
export const formBody = (pairs: readonly [string, string][], encoding: string): string =>
	pairs.map(([key, value]) => `${key}=${encodeForm(value, encoding)}`).join('&');

export function expandHeaders(headers: readonly Pair[], scope: Scope): [string, string][] {
	return headers.map(({ key, value }) => [key, scope.expand(value).replace(/[\r\n]+/g, ' ')]);
}

/** A header of the same name is replaced. */
export function withHeader(headers: [string, string][], name: string, value: string): [string, string][] {
	return [...headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase()), [name, value]];
}
