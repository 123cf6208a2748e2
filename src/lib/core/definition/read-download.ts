import type { DownloadSpec } from './definition.ts';
import { readBlock, readHeaders, readOpenBlock } from './read-block.ts';
import type { MapReader } from './read-node.ts';

const methodOf = (map: MapReader) => (map.string('method')?.trim().toLowerCase() === 'post' ? 'post' : 'get');

export function readDownload(download: MapReader): DownloadSpec {
	const headers = readHeaders(download, 'headers');
	const before = readBefore(download);
	const infoHash = readInfoHash(download);
	const spec: DownloadSpec = {
		method: methodOf(download),
		...(headers && { headers }),
		...(before && { before }),
		selectors: download.maps('selectors').map((map) => {
			const useBeforeResponse = map.flag('usebeforeresponse', false);
			return { ...readBlock(map), useBeforeResponse };
		}),
		...(infoHash && { infoHash })
	};
	download.done();
	return spec;
}

function readBefore(download: MapReader): DownloadSpec['before'] {
	const map = download.map('before');
	if (!map) return undefined;
	const path = map.text('path');
	const pathSelector = map.map('pathselector');
	const before = {
		...(path && { path }),
		...(pathSelector && { pathSelector: readBlock(pathSelector) }),
		method: methodOf(map) as 'get' | 'post',
		inputs: map.pairs('inputs'),
		querySeparator: map.string('queryseparator') ?? '&',
		line: map.line
	};
	map.done();
	return before;
}

function readInfoHash(download: MapReader): DownloadSpec['infoHash'] {
	const map = download.map('infohash');
	if (!map) return undefined;
	const block = (key: string) => {
		const inner = map.map(key);
		if (!inner) map.fault(`"download.infohash.${key}" is missing.`);
		return inner ? readOpenBlock(inner) : { optional: false, filters: [], line: map.line };
	};
	const infoHash = {
		hash: block('hash'),
		title: block('title'),
		useBeforeResponse: map.flag('usebeforeresponse', false)
	};
	map.done();
	return infoHash;
}
