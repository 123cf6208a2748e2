import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import type {
	CreateDocumentOptions,
	oas31,
	ZodOpenApiOperationObject,
	ZodOpenApiPathsObject
} from 'zod-openapi';
import { permissions } from '#core/access/permissions.ts';
import { collectRoutes } from './openapi/routes.ts';
import type { DocumentedRoute, RouteModules } from './openapi/routes.ts';

export type OpenApiDocument = oas31.OpenAPIObject;

const errorBody = z
	.object({
		error: z.object({
			code: z.string().meta({ description: 'For programs' }),
			message: z.string().meta({ description: 'For people' }),
			details: z.unknown().optional(),
			id: z.string().optional().meta({ description: 'Under this id the fault stands in the log' })
		})
	})
	.meta({ id: 'Error' });

const bodyTypes = {
	json: ['application/json'],
	text: ['text/plain', 'application/yaml'],
	form: ['multipart/form-data', 'application/x-www-form-urlencoded']
};

const faults: Record<string, string> = {
	400: 'The input is not valid',
	401: 'Nobody is signed in',
	403: 'Not allowed for this account or key',
	404: 'There is no such thing',
	413: 'The body is too large',
	415: 'The body is of another type',
	429: 'Too many requests'
};

/** What JSON Schema cannot say is left open instead of failing the document. */
const options: CreateDocumentOptions = {
	allowEmptySchema: {
		custom: true,
		transform: true,
		date: true,
		file: true,
		undefined: true,
		void: true,
		bigint: true
	},
	override: ({ jsonSchema, zodSchema }) => {
		const { type } = zodSchema._zod.def;
		if (type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
		if (type === 'file') Object.assign(jsonSchema, { type: 'string', format: 'binary' });
	}
};

/** The document of all routes that were made by `api()`. */
export const describeRoutes = async (
	modules: RouteModules,
	about: { version: string }
): Promise<OpenApiDocument> => buildOpenApi(await collectRoutes(modules), about);

export function buildOpenApi(routes: DocumentedRoute[], { version }: { version: string }): OpenApiDocument {
	const paths: ZodOpenApiPathsObject = {};
	for (const route of routes) {
		paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
	}
	return createDocument(
		{
			openapi: '3.1.0',
			info: {
				title: 'Bijou',
				version,
				description:
					'Everything the pages can do, for other programs. Lists are `{ items, total, next? }`: pass `next` as `cursor` for the next page. Errors are `{ error: { code, message } }`.'
			},
			servers: [{ url: '/' }],
			tags: [...new Set(routes.map(tagOf))].sort().map((name) => ({ name })),
			paths,
			components: {
				securitySchemes: {
					session: {
						type: 'apiKey',
						in: 'cookie',
						name: 'better-auth.session_token',
						description: 'After signing in'
					},
					apiKey: {
						type: 'apiKey',
						in: 'header',
						name: 'X-Api-Key',
						description: 'A key made in the settings'
					}
				}
			}
		},
		options
	);
}

function tagOf({ path, spec }: DocumentedRoute): string {
	const place = path.split('/')[2] || 'other';
	return spec.tags?.[0] ?? place.charAt(0).toUpperCase() + place.slice(1);
}

function operationOf(route: DocumentedRoute): ZodOpenApiOperationObject {
	const { path, method, spec } = route;
	const { access } = spec;
	return {
		operationId: `${method.toLowerCase()}${path.replaceAll(/[^a-zA-Z0-9]+(.)?/g, (_, next = '') => String(next).toUpperCase())}`,
		summary: spec.summary,
		description: [spec.description, accessText(access)].filter(Boolean).join('\n\n'),
		tags: spec.tags ?? [tagOf(route)],
		security: access === 'open' ? [] : [{ session: [] }, { apiKey: [] }],
		requestParams: {
			...(path.includes('{') && { path: spec.params ?? pathParameters(path) }),
			...(spec.query && { query: spec.query })
		},
		...(spec.body && {
			requestBody: {
				required: true,
				content: Object.fromEntries(
					bodyTypes[spec.bodyType ?? 'json'].map((type) => [type, { schema: spec.body! }])
				)
			}
		}),
		responses: { ...success(route), ...refusals(route) }
	} as ZodOpenApiOperationObject;
}

function accessText(access: DocumentedRoute['spec']['access']): string {
	if (access === 'open') return 'Open to everybody.';
	if (access === 'signed-in') return 'For everybody who is signed in.';
	if (access === 'in-person') return 'For people who are signed in; no key will do.';
	return `Needs the permission \`${access}\`: ${permissions[access]}.`;
}

const pathParameters = (path: string) =>
	z.object(Object.fromEntries([...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => [name!, z.string()])));

function success({ spec }: DocumentedRoute): ZodOpenApiOperationObject['responses'] {
	const status = spec.status ?? (spec.output || spec.outputType ? 200 : 204);
	const schema = spec.output ?? z.string();
	const content =
		spec.output || spec.outputType ? { [spec.outputType ?? 'application/json']: { schema } } : undefined;
	return { [status]: { description: 'Done', ...(content && { content }) } };
}

function refusals({ path, spec }: DocumentedRoute): ZodOpenApiOperationObject['responses'] {
	const possible = [
		...(spec.query || spec.body || spec.params ? ['400'] : []),
		...(spec.access === 'open' ? [] : ['401', '403']),
		...(path.includes('{') ? ['404'] : []),
		...(spec.body ? ['413', '415'] : []),
		...(spec.rate ? ['429'] : [])
	];
	const content = { 'application/json': { schema: errorBody } };
	return Object.fromEntries(possible.map((status) => [status, { description: faults[status]!, content }]));
}
