/** Modules of `+server.ts` files by path, as `import.meta.glob` gives them. */
export type RouteModules = Record<string, () => Promise<unknown>>;

export interface FoundRoute {
	id: string;
	params: Record<string, string>;
	load(): Promise<unknown>;
}

interface Place {
	fixed: Map<string, Place>;
	named?: { name: string; place: Place };
	route?: Pick<FoundRoute, 'id' | 'load'>;
	/** Below are patterns that only Kit understands. */
	intricate?: boolean;
}

const newPlace = (): Place => ({ fixed: new Map() });

function below(place: Place, segment: string): Place | undefined {
	if (/^\([^)]*\)$/.test(segment)) return place;
	const name = /^\[(\w+)\]$/.exec(segment)?.[1];
	if (name) return (place.named ??= { name, place: newPlace() }).place;
	if (segment.includes('[')) return void (place.intricate = true);
	const next = place.fixed.get(segment) ?? newPlace();
	place.fixed.set(segment, next);
	return next;
}

/**
 * Finds routes as Kit does, for paths that need no decoding and patterns of plain and `[named]` parts.
 * Whatever else there is, it leaves to Kit.
 */
export function createRouteTree(modules: RouteModules): (path: string) => FoundRoute | undefined {
	const root = newPlace();
	for (const [file, load] of Object.entries(modules)) {
		const id = file.replace(/^.*?\/routes(?=\/)/, '').replace(/\/\+server\.[jt]s$/, '');
		let place: Place | undefined = root;
		for (const segment of id.split('/').slice(1)) place = place && below(place, segment);
		if (place) place.route = { id, load: once(load) };
	}

	return (path) => {
		if (!plainPath.test(path)) return undefined;
		const params: Record<string, string> = {};
		let place = root;
		for (const segment of path.split('/').slice(1)) {
			const next = place.fixed.get(segment);
			if (!next && (!place.named || place.intricate)) return undefined;
			if (!next) params[place.named!.name] = segment;
			place = next ?? place.named!.place;
		}
		return place.route && !place.intricate ? { ...place.route, params } : undefined;
	};
}

/** An import that is there already takes its time all the same; one that failed is tried again. */
function once(load: () => Promise<unknown>): () => Promise<unknown> {
	let loaded: Promise<unknown> | undefined;
	return () =>
		(loaded ??= load().catch((error: unknown) => {
			loaded = undefined;
			throw error;
		}));
}

/** No dots that lead elsewhere, nothing encoded, none of Kit's own endings. */
const plainPath = /^(?!.*__)(?:\/[\w-][\w.-]*)+$/;
