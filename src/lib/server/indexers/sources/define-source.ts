import { z } from 'zod';
import { AppError, upstream } from '#server/platform/errors.ts';
import type { Http } from '#server/platform/http.ts';
import { defineProvider } from '#server/platform/providers.ts';
import { sourcePort, type IndexerSource, type RemoteIndexer } from './source.ts';

interface SourceSpec<K extends string> {
	kind: K;
	title: string;
	placeholder: string;
	/** Where a person finds its key. */
	keyPlace: string;
	list(
		connection: { base: string; apiKey: string; http: Http },
		signal?: AbortSignal
	): Promise<RemoteIndexer[]>;
}

/** A program that keeps indexers: address, key, and how to ask it for its list. */
export function defineSource<const K extends string>({
	kind,
	title,
	placeholder,
	keyPlace,
	list
}: SourceSpec<K>) {
	return defineProvider({
		port: sourcePort,
		kind,
		title,
		description: `Takes over the indexers of your ${title} and keeps in step with it.`,
		settings: z.object({
			url: z
				.url({ protocol: /^https?$/, error: 'Give an address that starts with http:// or https://' })
				.meta({ title: 'Address', placeholder }),
			apiKey: z
				.string()
				.trim()
				.min(1, `Give the API key. ${keyPlace}`)
				.meta({ title: 'API key', description: keyPlace, secret: true }),
			takeAll: z.boolean().default(false).meta({
				title: 'Take over new ones by itself',
				description: 'Otherwise only those that you choose.'
			})
		}),
		create: ({ url, apiKey }, { http }): IndexerSource => ({
			list: (signal) =>
				list({ base: url.replace(/\/+$/, ''), apiKey, http }, signal).catch((error: unknown) => {
					throw plainFault(title, keyPlace, error);
				})
		}),
		test: async (source, signal) => found((await source.list(signal)).length)
	});
}

const found = (count: number): string =>
	count === 0 ? 'It answers, but has no indexer yet.' : `It answers and has ${count} indexers.`;

/** Refused keys and other programs at that address, said so that a person knows what to change. */
function plainFault(title: string, keyPlace: string, error: unknown): unknown {
	if (!(error instanceof AppError)) return error;
	const status = (error.details as { status?: number } | undefined)?.status;
	if (error.code === 'status' && (status === 401 || status === 403)) return refusedKey(title, keyPlace);
	if (error.code === 'status' && status === 404)
		return upstream(`There is no ${title} at this address. Look at its port and base path.`, error);
	return error;
}

export const refusedKey = (title: string, keyPlace: string): AppError =>
	new AppError('login_failed', `${title} refuses the API key. ${keyPlace}`, { status: 502 });
