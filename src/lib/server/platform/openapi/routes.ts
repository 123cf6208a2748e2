import type { ApiHandler, ApiSpec } from '../web/spec.ts';

export interface DocumentedRoute {
	path: string;
	method: string;
	spec: ApiSpec;
}

/** The modules of all `+server.ts` files by path, as `import.meta.glob` gives them. */
export type RouteModules = Record<string, () => Promise<unknown>>;

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** `/src/routes/(app)/api/jobs/[id=int]/+server.ts` is `/api/jobs/{id}`. */
export function pathOfRoute(file: string): string {
	const path = file
		.replace(/^.*?\/routes(?=\/)/, '')
		.replace(/\/\+server\.[jt]s$/, '')
		.replaceAll(/\/\([^)]*\)/g, '')
		.replaceAll(/\[\[?(?:\.\.\.)?([^\]=]+)(?:=[^\]]*)?\]\]?/g, '{$1}');
	return path || '/';
}

/** Handlers made by `api()`; others, such as those of the sign-in library, document themselves. */
export async function collectRoutes(modules: RouteModules): Promise<DocumentedRoute[]> {
	const found = await Promise.all(
		Object.entries(modules).map(async ([file, load]) => {
			const module = (await load()) as Record<string, Partial<ApiHandler> | undefined>;
			return methods.flatMap((method) => {
				const spec = module[method]?.spec;
				return spec ? [{ path: pathOfRoute(file), method, spec }] : [];
			});
		})
	);
	return found.flat().sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
}
