import type { z } from 'zod';
import { fieldsOf } from '#core/form/fields.ts';
import type { Field } from '#core/form/fields.ts';
import { ConfigFault } from '../config.ts';
import type { Log } from '../log.ts';
import type { SettingsDefinition } from '../settings.ts';
import { fromEnvironment } from './environment.ts';
import type { SettingRows } from './rows.ts';
import type { Cipher } from './secret-values.ts';

type Values = Record<string, unknown>;

export interface Section {
	definition: SettingsDefinition;
	fields: Field[];
	secretKeys: string[];
	/** key -> the environment variable that decides it. */
	locked: Record<string, string>;
	/** What counts: environment, else stored, else default. Frozen. */
	values(): Values;
	/** What people have set. */
	stored(): Values;
	/** Throws when these, with the defaults, do not fit. */
	check(stored: Values): void;
	write(changed: Values, now: number): void;
}

interface Deps {
	rows: SettingRows;
	log: Log;
	env: Readonly<Record<string, string | undefined>>;
	cipher: Cipher;
}

export function openSection(definition: SettingsDefinition, { rows, log, env, cipher }: Deps): Section {
	const { section, schema } = definition;
	const fields = fieldsOf(schema);
	const secretKeys = fields.filter((field) => field.secret).map((field) => field.key);
	const decided = decidedByEnvironment(definition, fields, env);
	let cached: { stored: Values; values: Values } | undefined;

	function readRow(key: string, text: string): unknown {
		try {
			const value: unknown = JSON.parse(secretKeys.includes(key) ? opened(text, cipher) : text);
			(schema.shape[key] as z.ZodType).parse(value);
			return value;
		} catch (error) {
			log.warn({ err: error, section, key }, 'a stored setting cannot be used; its default counts');
			return undefined;
		}
	}

	function read() {
		const stored: Values = {};
		for (const { key, value } of rows.read(section)) {
			if (!(key in schema.shape)) continue;
			const usable = readRow(key, value);
			if (usable !== undefined) stored[key] = usable;
		}
		const parsed = schema.safeParse({ ...stored, ...decided.values });
		if (!parsed.success)
			log.warn({ err: parsed.error, section }, 'stored settings contradict each other; defaults count');
		const values = parsed.success ? parsed.data : schema.parse({ ...decided.values });
		return { stored, values: Object.freeze(values) };
	}
	const current = () => (cached ??= read());
	const encode = (key: string, value: unknown) => {
		const text = JSON.stringify(value);
		return secretKeys.includes(key) ? cipher.encrypt(text) : text;
	};

	return {
		definition,
		fields,
		secretKeys,
		locked: decided.by,
		values: () => current().values,
		stored: () => current().stored,
		check(stored) {
			const said = Object.entries(stored).filter(([, value]) => value !== null && value !== undefined);
			schema.parse({ ...Object.fromEntries(said), ...decided.values });
		},
		write(changed, now) {
			const texts = Object.entries(changed).map(([key, value]) => [
				key,
				value === null || value === undefined ? undefined : encode(key, value)
			]);
			rows.write(section, Object.fromEntries(texts), now);
			cached = undefined;
		}
	};
}

const opened = (text: string, cipher: Cipher) => (/^v\d+:/.test(text) ? cipher.decrypt(text) : text);

/** A variable that does not fit stops the start, as every other fault in the environment does. */
function decidedByEnvironment(definition: SettingsDefinition, fields: Field[], env: Deps['env']) {
	const values: Values = {};
	const by: Record<string, string> = {};
	const faults: string[] = [];
	for (const field of fields) {
		const variable = definition.env?.[field.key];
		const text = variable && env[variable];
		if (!variable || !text) continue;
		const value = fromEnvironment(text, field);
		const parsed = (definition.schema.shape[field.key] as z.ZodType).safeParse(value);
		if (!parsed.success) faults.push(`${variable}: ${parsed.error.issues[0]!.message}`);
		values[field.key] = value;
		by[field.key] = variable;
	}
	if (faults.length > 0) throw new ConfigFault(faults);
	return { values, by };
}
