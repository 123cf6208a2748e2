import type { z } from 'zod';
import type { Field } from '#core/form/fields.ts';
import type { Events } from '../events.ts';
import type { Bus } from './bus.ts';
import type { Config } from './config.ts';
import { rawDb } from './db.ts';
import type { Db } from './db.ts';
import { invalid, notFound } from './errors.ts';
import type { Log } from './log.ts';
import { tidyInput } from './settings/form-values.ts';
import { openSection } from './settings/section.ts';
import type { Section } from './settings/section.ts';
import { openSettingRows } from './settings/rows.ts';
import { mask, unmask } from './settings/secret-values.ts';
import type { Cipher } from './settings/secret-values.ts';

export interface SettingsDefinition<S extends z.ZodObject = z.ZodObject> {
	section: string;
	title: string;
	description?: string;
	/** Heading under which the section stands in the menu; 'General' when absent. */
	group?: string;
	/** Every key has a default, so that `{}` parses. */
	schema: S;
	/** Environment variables that decide a key, and lock it in the form. */
	env?: Partial<Record<keyof z.output<S> & string, string>>;
}

export interface SettingsForm {
	section: string;
	title: string;
	description?: string;
	group: string;
	fields: Field[];
	/** Secrets come masked. */
	values: Record<string, unknown>;
	/** key -> the environment variable that decides it. */
	locked: Record<string, string>;
}

export interface Settings {
	register(definitions: readonly SettingsDefinition[]): void;
	/** Frozen, and the same object until something changes. */
	get<S extends z.ZodObject>(definition: SettingsDefinition<S>): Readonly<z.output<S>>;
	/** Keys left out stay; `null` returns a key to its default; the mask keeps a secret. */
	update(section: string, patch: Record<string, unknown>): SettingsForm;
	describe(section: string): SettingsForm;
	/** Writes every stored secret anew, in the caller's transaction, when the key to them changes. */
	reseal(change: (sealed: string) => string): void;
	list(): { section: string; title: string; description?: string; group: string }[];
}

export const defineSettings = <S extends z.ZodObject>(
	section: string,
	definition: Omit<SettingsDefinition<S>, 'section'>
): SettingsDefinition<S> => ({ section, ...definition });

export interface SettingsDeps {
	db: Db;
	bus: Bus<Events>;
	log: Log;
	config: Pick<Config, 'env'>;
	secrets: Cipher;
	now?: () => number;
}

export function createSettings({ db, bus, log, config, secrets, now = Date.now }: SettingsDeps): Settings {
	const rows = openSettingRows(rawDb(db));
	const sections = new Map<string, Section>();

	function register(definition: SettingsDefinition): Section {
		const section = openSection(definition, { rows, log, env: config.env, cipher: secrets });
		sections.set(definition.section, section);
		return section;
	}
	function known(name: string): Section {
		const section = sections.get(name);
		if (!section) throw notFound('settings section', name);
		return section;
	}
	function describe(name: string): SettingsForm {
		const { definition, fields, secretKeys, locked, values } = known(name);
		return { ...about(definition), fields, values: mask(values(), secretKeys), locked };
	}

	return {
		register: (definitions) => definitions.forEach(register),
		get<S extends z.ZodObject>(definition: SettingsDefinition<S>) {
			const section =
				sections.get(definition.section) ?? register(definition as unknown as SettingsDefinition);
			return section.values() as Readonly<z.output<S>>;
		},
		describe,
		reseal: (change) => rows.reseal(change, now()),
		list: () => [...sections.values()].map(({ definition }) => about(definition)),
		update(name, patch) {
			const section = known(name);
			const stored = section.stored();
			const input = unmask(tidyInput(section.definition.schema, patch), stored, section.secretKeys);
			refuseLocked(input, section);
			const current = { ...section.values(), ...stored };
			const changed = Object.entries(input).filter(([key, value]) => {
				if (key in section.locked) return false;
				// A form sends everything: what equals its default stays unsaid.
				return value == null ? key in stored : !sameValue(value, current[key]);
			});
			if (changed.length === 0) return describe(name);
			section.check({ ...stored, ...input });
			section.write(Object.fromEntries(changed), now());
			bus.emit('settings.changed', { section: name });
			return describe(name);
		}
	};
}

const about = ({ section, title, description, group = 'General' }: SettingsDefinition) => ({
	section,
	title,
	...(description !== undefined && { description }),
	group
});

const sameValue = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function refuseLocked(input: Record<string, unknown>, { locked, values }: Section) {
	const current = values();
	for (const [key, variable] of Object.entries(locked)) {
		const value = input[key];
		if (value === undefined || value === null || sameValue(value, current[key])) continue;
		throw invalid(`${variable} in the environment decides this. Change it there.`, [
			{ path: key, message: `Decided by ${variable}` }
		]);
	}
}
