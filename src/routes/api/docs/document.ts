import { describeRoutes } from '#server/platform/openapi.ts';
import type { OpenApiDocument } from '#server/platform/openapi.ts';

const modules = import.meta.glob('/src/routes/**/+server.ts');
let built: Promise<OpenApiDocument> | undefined;

/** Built when somebody first asks: loading every route takes a moment that the start does not have. */
export const apiDocument = (version: string): Promise<OpenApiDocument> =>
	(built ??= describeRoutes(modules, { version }));
