import { secretMask } from '#core/form/fields.ts';

export interface Cipher {
	encrypt(text: string): string;
	decrypt(text: string): string;
}

type Values = Record<string, unknown>;

const sealed = /^v\d+:/;
const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

const mapKeys = (
	values: Values,
	keys: readonly string[],
	change: (value: unknown, key: string) => unknown
): Values =>
	Object.fromEntries(
		Object.entries(values).map(([key, value]) => [
			key,
			keys.includes(key) && !isEmpty(value) ? change(value, key) : value
		])
	);

/** For everyone outside: that there is a secret, not which. */
export const mask = (values: Values, keys: readonly string[]): Values =>
	mapKeys(values, keys, () => secretMask);

/** A mask that comes back stands for what is stored. */
export const unmask = (values: Values, stored: Values, keys: readonly string[]): Values =>
	mapKeys(values, keys, (value, key) => (value === secretMask ? stored[key] : value));

export const seal = (values: Values, keys: readonly string[], cipher: Cipher): Values =>
	mapKeys(values, keys, (value) => cipher.encrypt(JSON.stringify(value)));

/** A value from before its key was declared secret is still readable. */
export const unseal = (values: Values, keys: readonly string[], cipher: Cipher): Values =>
	mapKeys(values, keys, (value) =>
		typeof value === 'string' && sealed.test(value) ? JSON.parse(cipher.decrypt(value)) : value
	);

/** Whatever is encrypted among the values, also of kinds nobody knows any more. */
export const mapSealed = (values: Values, change: (text: string) => string): Values =>
	Object.fromEntries(
		Object.entries(values).map(([key, value]) => [
			key,
			typeof value === 'string' && sealed.test(value) ? change(value) : value
		])
	);
