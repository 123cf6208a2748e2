import { byteLength, component, maxComponentBytes } from './component.ts';
import type { NameSubject } from './name-subject.ts';
import { type NamingStyle, defaultStyle } from './naming-style.ts';
import { render } from './render.ts';
import { safeText } from './safe-text.ts';
import { parseTemplate, tokensOf } from './template.ts';
import { shrinkable, tokenValues } from './token-values.ts';

export interface PathOptions {
	readonly style?: NamingStyle | undefined;
	/** With its dot. */
	readonly extension?: string | undefined;
}

/**
 * A relative path from a pattern. Every part is safe on any system; where one grows too long, its free text (the
 * episode's title first) gives way before what machines read is cut.
 */
export function renderPath(
	template: string,
	subject: NameSubject,
	{ style = defaultStyle, extension = '' }: PathOptions = {}
): string {
	const suffix = safeExtension(extension);
	const parts = template.split('/').filter((part) => part.trim() !== '');
	const written = (parts.length > 0 ? parts : ['']).map((part, at) => {
		const isFile = at === Math.max(parts.length, 1) - 1;
		const maxBytes = maxComponentBytes - (isFile ? byteLength(suffix) : 0);
		return component(fitting(part, subject, style, maxBytes), maxBytes, fallbackName(subject, style));
	});
	return written.join('/') + suffix;
}

const longestExtension = 13;

const safeExtension = (extension: string): string => {
	const letters = extension.replace(/[^A-Za-z0-9]/g, '').slice(0, longestExtension - 1);
	return letters === '' ? '' : `.${letters}`;
};

/** What a folder or file is called when its pattern yields nothing. */
function fallbackName({ fileName, title, ids }: NameSubject, style: NamingStyle): string {
	const own = component(safeText(fileName ?? title, style), maxComponentBytes - longestExtension, '');
	return own || (ids?.tmdb !== undefined ? `tmdb-${Math.trunc(ids.tmdb)}` : 'Unnamed');
}

/** A title is worth at least this much before the next one is asked to give way. */
const leastBytes = 12;

function fitting(part: string, subject: NameSubject, style: NamingStyle, maxBytes: number): string {
	const budgets = new Map<string, number>();
	const draw = () => render(part, { subject, style, budgets });
	let text = draw();
	const used = new Set(
		tokensOf(parseTemplate(part)).flatMap((token) => (token.kind === 'token' ? [token.key] : []))
	);
	for (const key of shrinkable.filter((name) => used.has(name))) {
		const over = byteLength(text) - maxBytes + 1;
		if (over <= 0) break;
		const full = byteLength(String(tokenValues.get(key)!(subject, '') ?? ''));
		budgets.set(key, Math.max(leastBytes, full - over));
		text = draw();
	}
	return text;
}
