import type { z } from 'zod';
import type { Field } from '#core/form/fields.ts';
import type { Http } from './http.ts';
import type { Log } from './log.ts';

export interface ProviderContext {
	/** 0 while a draft is being tested. */
	id: number;
	name: string;
	http: Http;
	log: Log;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- one registry holds providers of every port
export interface ProviderDefinition<S extends z.ZodObject = any, T = any> {
	/** The interface it fulfils, such as 'download-client'. */
	port: string;
	/** Unique within its port. */
	kind: string;
	title: string;
	description?: string;
	settings: S;
	/** An instance may have `close()`; it is called when the provider changes or goes. */
	create(settings: z.output<S>, context: ProviderContext): T;
	/** Throws with a sentence a person understands, or returns one about what was found. */
	test?(instance: T, signal: AbortSignal): Promise<void | string>;
}

export interface ProviderKind {
	port: string;
	kind: string;
	title: string;
	description?: string;
	fields: Field[];
	testable: boolean;
}

export interface ProviderView {
	id: number;
	port: string;
	kind: string;
	/** Undefined when the kind is no longer known. */
	kindTitle?: string;
	name: string;
	enabled: boolean;
	/** Lower goes first; 25 when not said. */
	priority: number;
	tags: string[];
	/** Secrets come masked. */
	settings: Record<string, unknown>;
	failures: number;
	/** Not used before this moment, after failures. */
	disabledUntil: number | null;
	lastError: string | null;
	lastFailureAt: number | null;
	lastSuccessAt: number | null;
	createdAt: number;
	updatedAt: number;
}

export interface ProviderDraft {
	kind: string;
	name: string;
	settings: Record<string, unknown>;
	enabled?: boolean;
	priority?: number;
	tags?: string[];
	/** When testing a change: the stored provider whose masked secrets are meant. */
	id?: number;
}

export type ProviderPatch = Partial<Omit<ProviderDraft, 'id' | 'kind'>>;

export interface ActiveProvider<T> {
	id: number;
	kind: string;
	name: string;
	priority: number;
	tags: string[];
	instance: T;
}

export interface ProviderPort {
	port: string;
	title: string;
	description?: string;
}

export interface Providers {
	/** Again with the same port and kind replaces the definition. */
	register(definitions: readonly ProviderDefinition[], port?: ProviderPort): void;
	ports(): ProviderPort[];
	kinds(port: string): ProviderKind[];
	list(port: string): ProviderView[];
	get(id: number): ProviderView;
	create(port: string, draft: ProviderDraft): ProviderView;
	update(id: number, patch: ProviderPatch): ProviderView;
	remove(id: number): void;
	test(port: string, draft: ProviderDraft | number): Promise<{ ok: boolean; message: string; ms: number }>;
	/** Cached until the provider changes. */
	instance<T>(id: number): T;
	/** Enabled and not backing off, by priority. */
	active<T>(port: string): ActiveProvider<T>[];
	failure(id: number, error: unknown): void;
	success(id: number): void;
	close(): Promise<void>;
}

export const defineProvider = <S extends z.ZodObject, T>(
	definition: ProviderDefinition<S, T>
): ProviderDefinition<S, T> => definition;
