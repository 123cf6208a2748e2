import { element, xmlDocument } from './xml-text.ts';

/** The error codes of the Newznab family, with their usual words. */
export const torznabErrors = {
	100: 'Incorrect user credentials',
	101: 'Account suspended',
	102: 'Insufficient privileges/not authorized',
	200: 'Missing parameter',
	201: 'Incorrect parameter',
	202: 'No such function',
	203: 'Function not available',
	300: 'No such item',
	500: 'Request limit reached',
	900: 'Unknown error',
	910: 'API disabled'
} as const;

export type TorznabCode = keyof typeof torznabErrors;

/** Some programs compare the description of a code word by word, so further details are rarely wanted. */
export const writeError = (code: TorznabCode, description: string = torznabErrors[code]): string =>
	xmlDocument(element('error', { code, description }));
