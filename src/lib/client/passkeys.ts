type Result = 'done' | 'cancelled' | 'refused' | 'stale';

const base = '/api/auth/passkey';

/** Browsers offer passkeys only on https and on the machine itself. */
export const passkeysWork = (): boolean =>
	typeof PublicKeyCredential === 'function' &&
	typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function';

const send = (path: string, body: unknown) =>
	fetch(`${base}/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body)
	});

/** The person closed the browser's window, or the device knows no passkey. */
const cancelled = () => null;

export async function signInWithPasskey(): Promise<Result> {
	const asked = await fetch(`${base}/generate-authenticate-options`);
	if (!asked.ok) return 'refused';
	const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await asked.json());
	const credential = await navigator.credentials.get({ publicKey }).catch(cancelled);
	if (!(credential instanceof PublicKeyCredential)) return 'cancelled';
	const answer = await send('verify-authentication', { response: credential.toJSON() });
	return answer.ok ? 'done' : 'refused';
}

export async function addPasskey(given: { username: string; name: string }): Promise<Result> {
	const asked = await fetch(`${base}/generate-register-options?name=${encodeURIComponent(given.username)}`);
	// Only who came in lately may add a way in.
	if (asked.status === 403) return 'stale';
	if (!asked.ok) return 'refused';
	const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await asked.json());
	const credential = await navigator.credentials.create({ publicKey }).catch(cancelled);
	if (!(credential instanceof PublicKeyCredential)) return 'cancelled';
	const answer = await send('verify-registration', { response: credential.toJSON(), name: given.name });
	return answer.ok ? 'done' : 'refused';
}
