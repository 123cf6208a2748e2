import type {
	KindSource,
	ProviderDefinition,
	ProviderKind,
	ProviderPort,
	TestOutcome
} from './definition.ts';

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

export interface Providers {
	/** Again with the same port and kind replaces the definition. */
	register(definitions: readonly ProviderDefinition[], port?: ProviderPort): void;
	registerSource(port: string, source: KindSource): void;
	/** What such a source says of these kinds is another: their providers are built anew. */
	kindsChanged(port: string, kinds: readonly string[]): void;
	ports(): ProviderPort[];
	kinds(port: string): ProviderKind[];
	kind(port: string, kind: string): ProviderKind;
	list(port: string): ProviderView[];
	get(id: number): ProviderView;
	/** As `get`, but only when it belongs to that port. */
	of(port: string, id: number): ProviderView;
	create(port: string, draft: ProviderDraft): ProviderView;
	update(id: number, patch: ProviderPatch): ProviderView;
	remove(id: number): void;
	test(port: string, draft: ProviderDraft | number): Promise<TestOutcome>;
	/** Cached until the provider changes. */
	instance<T>(id: number): T;
	/** Enabled and not backing off, by priority. */
	active<T>(port: string): ActiveProvider<T>[];
	failure(id: number, error: unknown): void;
	success(id: number): void;
	/** Writes every stored secret anew, in the caller's transaction, when the key to them changes. */
	reseal(change: (sealed: string) => string): void;
	close(): Promise<void>;
}
