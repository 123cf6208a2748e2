import type { RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import type { Access, Actor } from '#core/access/permissions.ts';
import type { App } from '#server/app.ts';
import type { Asked, Reply } from './reply.ts';

export interface RateSpec {
	max: number;
	perSeconds: number;
	/** Counted for each signed-in actor (anonymous: address), or always for each address. */
	by?: 'actor' | 'address';
}

type MaybeObject = z.ZodObject | undefined;
type MaybeType = z.ZodType | undefined;
export type Awaitable<T> = T | Promise<T>;
type OutputOf<S, Otherwise> = S extends z.ZodType ? z.output<S> : Otherwise;
type ActorFor<A extends Access> = A extends 'open' ? Actor | undefined : Actor;

export interface ApiSpec<
	A extends Access = Access,
	P extends MaybeObject = MaybeObject,
	Q extends MaybeObject = MaybeObject,
	B extends MaybeType = MaybeType,
	O extends MaybeType = MaybeType
> {
	access: A;
	summary: string;
	description?: string;
	tags?: string[];
	/** Path parameters; numbers and booleans in it are converted from text. */
	params?: P;
	query?: Q;
	body?: B;
	/** How the body arrives: JSON unless said; `text` also takes YAML and XML; `form` takes both form encodings. */
	bodyType?: 'json' | 'text' | 'form';
	output?: O;
	/** Of the answer: what the documentation says when it is not JSON. */
	outputType?: string;
	status?: number;
	rate?: RateSpec;
	/** The answer hangs on rows and on who asks, on nothing else: it is kept until a row changes. */
	steady?: boolean;
	/** Bound of the request body; 1 MiB unless said. */
	maxBytes?: number;
}

export interface ApiContext<A extends Access, P, Q, B> {
	app: App;
	actor: ActorFor<A>;
	params: OutputOf<P, Record<string, string>>;
	query: OutputOf<Q, Record<string, never>>;
	body: OutputOf<B, undefined>;
	event: ApiEvent;
	readonly signal: AbortSignal;
}

/** What an API route may ask of its request: Kit's event has it, and so has the event of the short way. */
export interface ApiEvent extends Pick<RequestEvent, 'locals' | 'params' | 'url' | 'route' | 'request'> {
	/** To be asked of the event itself: the one of the short way has no function of its own for it. */
	getClientAddress(this: ApiEvent): string;
}

export type ApiResult<O> = Awaitable<O extends z.ZodType ? z.input<O> | Response : unknown>;
export interface ApiHandler {
	(event: RequestEvent): Promise<Response>;
	spec: ApiSpec;
	/** The same for the short way, which spares the making of a Response where it can. */
	answer(event: ApiEvent, asked: Asked): Promise<Reply | Response>;
}

export interface PageSpec<A extends Access, P, Q> {
	access: A;
	params?: P;
	query?: Q;
	/** Live topics the page's data depends on: `jobs` stands for `depends('bijou:jobs')`. */
	topics?: string[];
}

export interface ActionSpec<A extends Access, P, F extends z.ZodType> {
	access: A;
	/** A form drawn from a schema is known only when it is posted. */
	form: F | ((context: { app: App; params: Record<string, string> }) => F);
	params?: P;
	rate?: RateSpec;
	/** Bound of the posted form; 2 MiB unless said. */
	maxBytes?: number;
}

export interface PageContext<A extends Access, P, Q, Event> {
	app: App;
	actor: ActorFor<A>;
	params: OutputOf<P, Record<string, string>>;
	query: OutputOf<Q, Record<string, never>>;
	url: URL;
	event: Event;
}

export interface ActionContext<A extends Access, P, F extends z.ZodType> {
	app: App;
	actor: ActorFor<A>;
	params: OutputOf<P, Record<string, string>>;
	form: z.output<F>;
	event: RequestEvent;
}
