import { writeCaps } from '#core/torznab/write-caps.ts';
import type { Caps } from '#core/torznab/caps.ts';
import { standardCategories } from '#core/torznab/categories.ts';
import { startFake, type FakeReply, type FakeRequest } from './http.ts';

export interface FakeRelease {
	title: string;
	guid?: string;
	sizeBytes?: number;
	seeders?: number;
	category?: number;
	infoHash?: string;
	magnet?: string;
	/** Of those with a magnet alone. */
	file?: false;
	publishedAt?: number;
	tvdbId?: number;
	imdb?: string;
}

interface Options {
	releases: (request: FakeRequest) => readonly FakeRelease[];
	apiKey?: string;
	caps?: Partial<Caps>;
	delayMs?: number;
	/** Takes over any answer. */
	intercept?: (request: FakeRequest) => FakeReply | undefined | Promise<FakeReply | undefined>;
	/** Keeps the parameters in place of paging, as careless sites do. */
	ignoresOffset?: boolean;
}

export const fakeTorrent = Buffer.from(
	'd8:announce20:http://tracker.test/4:infod6:lengthi5e4:name4:file12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaaee'
);

const usual: Caps = {
	modes: {
		search: ['q'],
		'tv-search': ['q', 'season', 'ep', 'tvdbid', 'imdbid'],
		'movie-search': ['q', 'imdbid', 'tmdbid']
	},
	categories: standardCategories.filter(({ id, parent }) => [2000, 5000].includes(parent ?? id)),
	rawSearch: false,
	limits: { default: 100, max: 100 }
};

/** An indexer as the Torznab specification describes one: caps, paged feed, torrent files. */
export async function startTorznab({
	releases,
	apiKey,
	caps,
	delayMs = 0,
	intercept,
	ignoresOffset
}: Options) {
	return startFake(async (request) => {
		if (delayMs) await new Promise((later) => setTimeout(later, delayMs));
		const own = await intercept?.(request);
		if (own) return own;
		const base = `http://${request.headers.host}`;
		if (request.path.startsWith('/file/')) {
			return { headers: { 'content-type': 'application/x-bittorrent' }, body: fakeTorrent };
		}
		if (apiKey && request.query.get('apikey') !== apiKey)
			return xml(`<error code="100" description="Incorrect user credentials"/>`);
		if (request.query.get('t') === 'caps') return xml(writeCaps({ ...usual, ...caps }, 'Fake'));
		const found = releases(request);
		const offset = ignoresOffset ? 0 : Number(request.query.get('offset') ?? 0);
		const limit = Number(request.query.get('limit') ?? 100);
		return xml(feed(found.slice(offset, offset + limit), base, found.length));
	});
}

const xml = (body: string): FakeReply => ({ headers: { 'content-type': 'application/rss+xml' }, body });
const escaped = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export function feed(releases: readonly FakeRelease[], base: string, total: number): string {
	const items = releases.map((release, index) => {
		const {
			title,
			sizeBytes = 1_000_000_000,
			category = 5040,
			publishedAt = Date.now() - index * 60_000
		} = release;
		const guid = release.guid ?? `${base}/details/${encodeURIComponent(title)}`;
		const file = `${base}/file/${encodeURIComponent(title)}?passkey=s3cret`;
		const link = release.file === false && release.magnet ? release.magnet : file;
		const attributes: [string, unknown][] = [
			['category', category],
			['size', sizeBytes],
			['seeders', release.seeders ?? 10],
			['peers', (release.seeders ?? 10) + 2],
			['infohash', release.infoHash],
			['magneturl', release.magnet],
			['tvdbid', release.tvdbId],
			['imdb', release.imdb]
		];
		const attrs = attributes
			.filter(([, value]) => value !== undefined)
			.map(([name, value]) => `<torznab:attr name="${name}" value="${escaped(String(value))}"/>`);
		return `<item><title>${escaped(title)}</title><guid>${escaped(guid)}</guid><link>${escaped(link)}</link>
			<comments>${escaped(guid)}</comments><pubDate>${new Date(publishedAt).toUTCString()}</pubDate>
			<enclosure url="${escaped(link)}" length="${sizeBytes}" type="application/x-bittorrent"/>${attrs.join('')}</item>`;
	});
	return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:torznab="http://torznab.com/schemas/2015/feed"><channel>
		<title>Fake</title><torznab:response offset="0" total="${total}"/>${items.join('\n')}</channel></rss>`;
}
