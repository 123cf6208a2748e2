import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createArtist } from '../artwork/artist.ts';
import type { World } from '../world/world.ts';
import { createPictureService } from './pictures.ts';
import type { Reply, Request } from './reply.ts';
import { createTmdbService } from './tmdb.ts';
import { createTvmazeService } from './tvmaze.ts';

/** A key of the old kind and a token of the new kind; both belong to nobody. */
export const demoKeys = {
	v3: 'b130cafe0000000000000000000000de',
	v4: 'eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJiaWpvdS1kZW1vIn0.b2ZmbGluZQ'
};

/** TMDB and TVmaze behind one address, without any network. */
export function createMetadataService(
	world: World,
	pictures: string,
	keys: readonly string[] = Object.values(demoKeys)
) {
	const tmdb = createTmdbService(world, keys);
	const tvmaze = createTvmazeService(world);
	const picture = createPictureService(world, createArtist(pictures));
	return async (request: Request): Promise<Reply> =>
		request.path.startsWith('/3/')
			? tmdb(request)
			: ((await picture(request)) ?? (await tvmaze(request)) ?? { status: 404, body: 'Not found' });
}

/** Serves it on loopback; resolves with the address. */
export async function serveMetadata(
	answer: ReturnType<typeof createMetadataService>,
	port = 0
): Promise<{ url: string; server: Server }> {
	const server = createServer((incoming, response) => {
		const url = new URL(incoming.url ?? '/', 'http://loopback');
		answer({ path: url.pathname, query: url.searchParams, headers: incoming.headers }).then(
			({ status = 200, headers = {}, body = '' }) => {
				const plain = typeof body === 'string' || Buffer.isBuffer(body);
				response.writeHead(
					status,
					plain ? headers : { 'content-type': 'application/json;charset=utf-8', ...headers }
				);
				response.end(plain ? body : JSON.stringify(body));
			},
			(error: unknown) => response.writeHead(500).end(String(error))
		);
	});
	await new Promise<void>((done, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', done);
	});
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
