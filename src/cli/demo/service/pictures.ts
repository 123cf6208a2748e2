import type { Artist } from '../artwork/artist.ts';
import { anyScene } from '../artwork/scenes.ts';
import { createCanvas, duskOf, picture } from '../artwork/canvas.ts';
import { drawPortrait } from '../artwork/portrait.ts';
import { drawPoster } from '../artwork/poster.ts';
import { sceneFor } from '../artwork/scenes.ts';
import type { Film, Show } from '../world/fact.ts';
import type { World } from '../world/world.ts';
import type { Reply, Request, Route } from './reply.ts';
import { route } from './reply.ts';

const billing = (work: Film | Show, seed?: string) => ({
	title: work.title,
	year: work.date.slice(0, 4),
	by: ('directors' in work ? work.directors : work.creators)[0]?.name ?? '',
	cast: work.cast.map(({ person }) => person.name),
	genres: work.genres,
	...(seed && { seed })
});

const wide = (name: string, palette: string, genres?: readonly string[]) => (w: number) => {
	const canvas = createCanvas(name, w, Math.round((w * 9) / 16), duskOf(palette));
	return picture(canvas, genres ? sceneFor(canvas, genres) : anyScene(canvas), '', 0.45);
};

const fullWidth: Record<string, number> = { b: 1920, s: 1280, f: 600, p: 1000, c: 1000 };

/** The pictures of the world, at the addresses that TMDB and TVmaze would give them. */
export function createPictureService(world: World, artist: Artist) {
	const workOf = (id: number) => world.films.get(id) ?? world.shows.get(id);
	const stills = new Set(
		[...world.shows.values()].flatMap(({ seasons }) =>
			seasons.flatMap(({ episodes }) => episodes.map(({ id }) => id))
		)
	);

	function drawing(
		kind: string,
		id: number,
		season: string | undefined
	): ((w: number) => string) | undefined {
		const work = workOf(id);
		if (kind === 'p' && work) return (w) => drawPoster(billing(work, season), w);
		if (kind === 'b' && work) {
			const name = `${work.title} ${work.date.slice(0, 4)}`;
			return wide(`${name} wide${season ?? ''}`, `${name}${season ?? ''}`, work.genres);
		}
		if (kind === 's' && stills.has(id)) return wide(`still ${id}`, `still ${id}`);
		const person = world.people.get(id);
		if (kind === 'f' && person) return (w) => drawPortrait(person.name, w);
		const collection = world.collections.get(id);
		if (kind !== 'c' || !collection) return undefined;
		const genres = collection.films[0]!.genres;
		return (w) =>
			drawPoster(
				{ title: collection.name, year: `${collection.films.length} films`, by: '', cast: [], genres },
				w
			);
	}

	async function answer(
		kind: string,
		id: string,
		season: string | undefined,
		width: number | undefined
	): Promise<Reply> {
		const draw = drawing(kind, Number(id), season);
		if (!draw)
			return { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>File not Found</h1>' };
		const full = fullWidth[kind]!;
		const body = await artist.paint(`${kind}${id}${season ?? ''}`, Math.min(width ?? full, full), draw);
		return { headers: { 'content-type': 'image/jpeg', 'cache-control': 'public, max-age=31919000' }, body };
	}

	const routes: Route[] = [
		[
			/^\/t\/p\/(original|w\d{2,4}|h632)\/([pbsfc])(\d+)(s\d+)?\.jpg$/,
			([size = '', kind = '', id = '', season]) =>
				answer(kind, id, season, size.startsWith('w') ? Number(size.slice(1)) : undefined)
		],
		[
			/^\/uploads\/images\/(original_untouched|medium_portrait)\/1\/([psf])(\d+)(s\d+)?\.jpg$/,
			([size, kind = '', id = '', season]) =>
				answer(kind, id, season, size === 'medium_portrait' ? 210 : undefined)
		]
	];
	return (request: Request) => route(routes, request);
}
