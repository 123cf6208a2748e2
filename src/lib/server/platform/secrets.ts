import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { AppError } from './errors.ts';

/** How a stored value says it is encrypted: format version, key, then iv + tag + text. */
const format = 'v1';
const ivBytes = 12;
const tagBytes = 16;

interface Key {
	id: string;
	bytes: Buffer;
}

export interface Secrets {
	encrypt(text: string): string;
	decrypt(text: string): string;
	/** True when the value should be written anew with the current key. */
	isStale(text: string): boolean;
	/** The value under the current key; as it stands when it is already. */
	renew(text: string): string;
}

/** Reads what the previous secrets sealed, too; what is written goes under the current one. */
export function createSecrets(secret: string, previous: readonly string[] = []): Secrets {
	const keys = new Map([secret, ...previous].map(deriveKey).map((key) => [key.id, key]));
	const current = deriveKey(secret);

	const decrypt = (text: string) => {
		const [version, id = '', payload] = text.split(':');
		if (version !== format || payload === undefined) throw unreadable('it is not in a known format');
		const key = keys.get(id);
		if (!key) throw unreadable('it was encrypted with another BIJOU_SECRET');
		return open(key, Buffer.from(payload, 'base64url'));
	};

	const isStale = (text: string) => !text.startsWith(`${format}:${current.id}:`);

	return {
		encrypt: (text) => seal(current, text),
		decrypt,
		isStale,
		renew: (text) => (isStale(text) ? seal(current, decrypt(text)) : text)
	};
}

function deriveKey(secret: string): Key {
	const bytes = Buffer.from(hkdfSync('sha256', secret, 'bijou', 'stored secrets', 32));
	return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
}

function seal(key: Key, text: string): string {
	const iv = randomBytes(ivBytes);
	const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(Buffer.from(`${format}:${key.id}`));
	const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return `${format}:${key.id}:${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
}

function open(key: Key, payload: Buffer): string {
	if (payload.length < ivBytes + tagBytes) throw unreadable('it is cut short');
	const decipher = createDecipheriv('aes-256-gcm', key.bytes, payload.subarray(0, ivBytes), {
		authTagLength: tagBytes
	});
	decipher.setAAD(Buffer.from(`${format}:${key.id}`));
	decipher.setAuthTag(payload.subarray(ivBytes, ivBytes + tagBytes));
	try {
		return decipher.update(payload.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
	} catch (error) {
		throw unreadable('it was changed', error);
	}
}

const unreadable = (why: string, cause?: unknown) =>
	new AppError(
		'secret_unreadable',
		`A stored secret cannot be read: ${why}. Name the old secret in BIJOU_SECRET_PREVIOUS (it may lie in the file "secret" of the data folder), or enter the value again.`,
		{ cause }
	);
