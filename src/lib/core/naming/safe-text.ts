import type { NamingStyle } from './naming-style.ts';

const likes: Record<string, string> = {
	'\\': '+',
	'/': '+',
	'<': '',
	'>': '',
	'?': '!',
	'*': '-',
	'|': '',
	'"': ''
};

// Control characters, bidi overrides that make a name look like another, halves of characters.
const unseen =
	/[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/g;
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const colons: Record<Exclude<NamingStyle['colon'], 'smart'>, string> = {
	delete: '',
	dash: '-',
	'space-dash': ' -',
	'space-dash-space': ' - '
};

/** A value as it may stand in a file name on any system. It never brings a folder of its own. */
export function safeText(text: string, { colon, illegal }: Pick<NamingStyle, 'colon' | 'illegal'>): string {
	return text
		.replace(/[\t\r\n]/g, ' ')
		.replace(unseen, '')
		.replace(halves, '')
		.replace(/:(\s*)/g, (_, space: string) =>
			colon === 'smart' ? (space ? ' - ' : '-') : colons[colon] + space
		)
		.replace(/[\\/<>?*|"]/g, (char) => (illegal === 'replace' ? likes[char]! : ''));
}
