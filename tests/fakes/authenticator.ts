import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

function head(major: number, size: number): Buffer {
	if (size < 24) return Buffer.from([(major << 5) | size]);
	if (size < 256) return Buffer.from([(major << 5) | 24, size]);
	return Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
}

function cbor(value: Cbor): Buffer {
	if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
	if (typeof value === 'string')
		return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
	if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
	return Buffer.concat([
		head(5, value.size),
		...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)])
	]);
}

const sha256 = (of: Buffer | string) => createHash('sha256').update(of).digest();
const url64 = (of: Buffer) => of.toString('base64url');

interface CreationOptions {
	challenge: string;
	rp: { id: string };
}
interface RequestOptions {
	challenge: string;
	rpId: string;
}

/** A security key in software: one P-256 credential, as a browser would hand its answers on. */
export function createAuthenticator(origin: string) {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const id = randomBytes(32);
	let counter = 0;

	const clientData = (type: string, challenge: string) =>
		Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
	const authData = (rpId: string, flags: number, rest: Buffer[] = []) => {
		const count = Buffer.alloc(4);
		count.writeUInt32BE(counter++);
		return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, ...rest]);
	};
	const answer = (response: Record<string, unknown>) => ({
		id: url64(id),
		rawId: url64(id),
		type: 'public-key',
		clientExtensionResults: {},
		response
	});

	return {
		create({ challenge, rp }: CreationOptions) {
			const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string };
			const key = new Map<number | string, Cbor>([
				[1, 2],
				[3, -7],
				[-1, 1],
				[-2, Buffer.from(x, 'base64url')],
				[-3, Buffer.from(y, 'base64url')]
			]);
			const attested = [Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(key)];
			const attestation = new Map<number | string, Cbor>([
				['fmt', 'none'],
				['attStmt', new Map()],
				['authData', authData(rp.id, 0x45, attested)]
			]);
			return answer({
				clientDataJSON: url64(clientData('webauthn.create', challenge)),
				attestationObject: url64(cbor(attestation)),
				transports: ['internal']
			});
		},
		get({ challenge, rpId }: RequestOptions) {
			const data = authData(rpId, 0x05);
			const client = clientData('webauthn.get', challenge);
			const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
			return answer({
				clientDataJSON: url64(client),
				authenticatorData: url64(data),
				signature: url64(signature)
			});
		}
	};
}
