import type { z } from 'zod';
import type { Field } from '#core/form/fields.ts';

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
	list(): { section: string; title: string; description?: string; group: string }[];
}

export const defineSettings = <S extends z.ZodObject>(
	section: string,
	definition: Omit<SettingsDefinition<S>, 'section'>
): SettingsDefinition<S> => ({ section, ...definition });
