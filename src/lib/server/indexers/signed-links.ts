import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { notFound } from '#server/platform/errors.ts';

/** What a link of ours stands for. */
const target = z.object({ i: z.number().int(), l: z.string(), t: z.string(), w: z.number().int() });

export interface LinkTarget {
	indexerId: number;
	link: string;
	title: string;
}
export interface SignedLinks {
	sign(target: LinkTarget): string;
	/** Throws not found when it is none of ours, was changed, or is too old. */
	open(token: string): LinkTarget;
}

const week = 7 * 86_400_000;
const lastWeeks = 5;
const [ivBytes, tagBytes] = [12, 16];

/**
 * Links to releases as others see them. The indexer's own address, which often holds a passkey, is sealed in them.
 * Equal targets give equal links for a week, because readers compare them.
 */
export function createSignedLinks({
	secret,
	now = Date.now
}: {
	secret: string;
	now?: () => number;
}): SignedLinks {
	const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'bijou', purpose, 32));
	const [key, ivKey] = [derive('release links'), derive('release links iv')];
	const weekNow = () => Math.floor(now() / week);

	return {
		sign({ indexerId, link, title }) {
			const text = JSON.stringify({ i: indexerId, l: link, t: title, w: weekNow() });
			const iv = createHmac('sha256', ivKey).update(text).digest().subarray(0, ivBytes);
			const cipher = createCipheriv('aes-256-gcm', key, iv);
			const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
			return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
		},
		open(token) {
			const { i, l, t, w } = target.parse(JSON.parse(unseal(key, token)));
			if (weekNow() - w > lastWeeks) throw notFound('link');
			return { indexerId: i, link: l, title: t };
		}
	};
}

function unseal(key: Buffer, token: string): string {
	const bytes = Buffer.from(token, 'base64url');
	if (bytes.length <= ivBytes + tagBytes) throw notFound('link');
	const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), {
		authTagLength: tagBytes
	});
	decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
	try {
		return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
	} catch {
		throw notFound('link');
	}
}
