import type { Field, FieldType } from '../form/fields.ts';
import type { Definition, SettingSpec } from './definition.ts';
import { plainText } from './plain-text.ts';

const types: Record<string, FieldType> = {
	text: 'text',
	password: 'password',
	checkbox: 'boolean',
	select: 'select',
	'multi-select': 'multiselect'
};

/** What the definition format calls for by a name only; the words are ours. */
const notes: Record<string, { title: string; text: string }> = {
	info_cookie: {
		title: 'How to get the cookie',
		text: 'Sign in with a browser, copy the Cookie header of a request to the site and paste it as the cookie.'
	},
	info_useragent: {
		title: 'How to get the User-Agent',
		text: 'The site compares browsers: give the User-Agent of the browser the cookie comes from.'
	},
	info_flaresolverr: {
		title: 'Browser checks',
		text: 'The site may ask for a browser check, which needs a solver service.'
	},
	info_category_8000: {
		title: 'Without categories',
		text: 'Results without a category of their own are listed as Other (8000).'
	}
};

const secretNames = /^(?:cookie|api_?key|passkey|rss_?key|token|pid)$/i;

/** The form a person fills in to use a definition. */
export function settingFields(definition: Definition): Field[] {
	return definition.settings.flatMap((spec) => {
		const type = types[spec.type];
		return type ? [fieldOf(spec, type)] : [];
	});
}

function fieldOf(spec: SettingSpec, type: FieldType): Field {
	const secret = type === 'password' || secretNames.test(spec.name);
	const options = spec.options.map(({ value, label }) => ({ value, title: label }));
	return {
		key: spec.name,
		type: secret ? 'password' : type,
		title: plainText(spec.label),
		required: false,
		...(options.length && { options }),
		...(secret && { secret }),
		...defaultOf(spec, type)
	};
}

function defaultOf(spec: SettingSpec, type: FieldType): { default?: unknown } {
	if (type === 'boolean') return { default: spec.default === 'true' };
	if (type === 'multiselect') return { default: spec.defaults };
	return spec.default === null ? {} : { default: spec.default };
}

/** Texts that stand in the form beside the fields. */
export function settingNotes(definition: Definition): { title: string; text: string }[] {
	return definition.settings.flatMap(({ name, type, label, default: text }) => {
		const note = notes[type];
		if (note) return [{ ...note, ...(label !== name && { title: label }) }];
		return type === 'info' && text ? [{ title: plainText(label), text: plainText(text) }] : [];
	});
}
