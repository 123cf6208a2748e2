import { hash, verify } from '@node-rs/argon2';

/** argon2id as OWASP recommends it: 19 MiB, two passes. `Algorithm` is an ambient enum, so its number stands here. */
const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), argon2id);

export const verifyPassword = (kept: string, password: string): Promise<boolean> =>
	verify(kept, password.normalize('NFKC'));
