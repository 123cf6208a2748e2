import type { Field } from '#core/form/fields.ts';

const truths: Record<string, boolean> = {
	true: true,
	'1': true,
	yes: true,
	on: true,
	false: false,
	'0': false,
	no: false,
	off: false
};

/** An environment variable is text; the field says what is meant. What does not fit is left for the schema to refuse. */
export function fromEnvironment(text: string, { type }: Field): unknown {
	switch (type) {
		case 'boolean':
			return truths[text.trim().toLowerCase()] ?? text;
		case 'number':
			return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
		case 'list':
		case 'multiselect':
			return text
				.split(',')
				.map((part) => part.trim())
				.filter(Boolean);
		default:
			return text;
	}
}
