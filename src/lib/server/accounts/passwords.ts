/** argon2id as OWASP recommends it: 19 MiB, two passes. `Algorithm` is an ambient enum, so its number stands here. */
const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Native code that only the door needs. */
const argon2 = () => import('@node-rs/argon2');

export async function hashPassword(password: string): Promise<string> {
	const { hash } = await argon2();
	return hash(password.normalize('NFKC'), argon2id);
}

export async function verifyPassword(kept: string, password: string): Promise<boolean> {
	const { verify } = await argon2();
	return verify(kept, password.normalize('NFKC'));
}
