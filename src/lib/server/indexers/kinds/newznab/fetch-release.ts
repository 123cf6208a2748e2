import { readError } from '#core/torznab/torznab-fault.ts';
import { rootElement } from '#core/definition/page/tree.ts';
import { parseXml } from '#core/definition/page/xml.ts';
import { upstream } from '#server/platform/errors.ts';
import type { Http, HttpResponse } from '#server/platform/http.ts';
import type { Download } from '../../indexer.ts';
import { indexerFault, statusFault } from './faults.ts';

interface Fetching {
	link: string;
	name: string;
	protocol: 'torrent' | 'usenet';
	http: Http;
	signal?: AbortSignal | undefined;
}

const maxHops = 8;
const isMagnet = (link: string) => /^magnet:/i.test(link);

/** The file behind a release's link, or the magnet it leads to. */
export async function fetchRelease({ link, name, protocol, http, signal }: Fetching): Promise<Download> {
	let current = link;
	for (let hop = 0; hop < maxHops; hop++) {
		if (isMagnet(current)) return { magnet: current };
		const response = await http
			.request(current, {
				redirect: 'manual',
				headers: { accept: accepted[protocol] },
				...(signal && { signal })
			})
			.catch((error: unknown) => {
				throw statusFault(name, error);
			});
		const location = response.status >= 300 ? response.headers.get('location') : null;
		if (!location) return checkedFile(response, { name, protocol });
		current = isMagnet(location) ? location : new URL(location, current).href;
	}
	throw upstream(`The download of ${name} redirects in circles.`);
}

const accepted = { torrent: 'application/x-bittorrent, */*', usenet: 'application/x-nzb, */*' };

/** Indexers answer errors in place of files, with status 200. */
function checkedFile(
	response: HttpResponse,
	{ name, protocol }: Pick<Fetching, 'name' | 'protocol'>
): Download {
	const bytes = response.bytes();
	const isFile =
		protocol === 'torrent'
			? bytes[0] === 'd'.charCodeAt(0)
			: /<nzb[\s>]/i.test(bytes.subarray(0, 4096).toString());
	const fileName = nameOf(response.headers.get('content-disposition'));
	if (isFile) return { bytes, ...(fileName && { name: fileName }) };
	const root = rootElement(parseXml(bytes.subarray(0, 64 * 1024).toString()));
	const error = root && readError(root);
	if (error) throw indexerFault(name, error);
	throw upstream(`${name} sent something else than ${protocol === 'torrent' ? 'a torrent' : 'an NZB'} file.`);
}

function nameOf(disposition: string | null): string | undefined {
	const encoded = /filename\*=(?:utf-8'')([^;]+)/i.exec(disposition ?? '')?.[1];
	if (encoded && /^(?:[^%]|%[\da-f]{2})*$/i.test(encoded)) return decodeURIComponent(encoded).trim();
	return /filename="?([^";]+)/i.exec(disposition ?? '')?.[1]?.trim();
}
