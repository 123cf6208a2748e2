import type { Field, FieldType } from '../form/fields.ts';
import type { Definition, SettingSpec } from './definition.ts';

const types: Record<string, FieldType> = {
	text: 'text',
	password: 'password',
	checkbox: 'boolean',
	select: 'select',
	'multi-select': 'multiselect'
};

/** What the definition format calls for by a name only; the words are ours. */
const notes: Record<string, string> = {
	info_cookie:
		'Sign in with a browser, copy the Cookie header of a request to the site and paste it as the cookie.',
	info_useragent: 'The site compares browsers: give the User-Agent of the browser the cookie comes from.',
	info_flaresolverr: 'The site may ask for a browser check, which needs a solver service.',
	info_category_8000: 'Results without a category of their own are listed as Other (8000).'
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
		title: spec.label,
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
	return definition.settings.flatMap(({ type, label, default: text }) => {
		const own = type === 'info' ? text : notes[type];
		return own ? [{ title: label, text: own }] : [];
	});
}
