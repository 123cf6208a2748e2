import type { z } from 'zod';
import type { Field } from '#core/form/fields.ts';
import type { Http } from '../http.ts';
import type { Log } from '../log.ts';

export interface ProviderContext {
	/** 0 while a draft is being tested. */
	id: number;
	name: string;
	http: Http;
	log: Log;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- one registry holds providers of every port
export interface ProviderDefinition<S extends z.ZodObject = any, T = any, K extends string = string> {
	/** The interface it fulfils, such as 'download-client'. */
	port: string;
	/** Unique within its port. */
	kind: K;
	title: string;
	description?: string;
	settings: S;
	/** An instance may have `close()`; it is called when the provider changes or goes. */
	create(settings: z.output<S>, context: ProviderContext): T;
	/** Throws with a sentence a person understands, or returns one about what was found. */
	test?(instance: T, signal: AbortSignal): Promise<void | string | TestReport>;
}

export interface TestReport {
	ok: boolean;
	message: string;
	/** What happened step by step, for those who want to see it. */
	trace?: unknown;
}
export type TestOutcome = TestReport & { ms: number };

/** Kinds that come and go while the program runs. */
export interface KindSource {
	/** The same object as long as nothing about it changed. */
	find(kind: string): ProviderDefinition | undefined;
	list(): ProviderDefinition[];
}

export interface ProviderKind {
	port: string;
	kind: string;
	title: string;
	description?: string;
	fields: Field[];
	testable: boolean;
}

export interface ProviderPort {
	port: string;
	title: string;
	description?: string;
	/** Its page, when it has one of its own. */
	href?: string;
}

export const defineProvider = <S extends z.ZodObject, T, const K extends string>(
	definition: ProviderDefinition<S, T, K>
): ProviderDefinition<S, T, K> => definition;
