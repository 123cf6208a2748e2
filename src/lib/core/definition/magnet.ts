/** Trackers anyone may use; a magnet made from a bare hash needs some to start with. */
const publicTrackers = [
	'udp://tracker.opentrackr.org:1337/announce',
	'udp://open.demonii.com:1337/announce',
	'udp://open.stealth.si:80/announce',
	'udp://tracker.torrent.eu.org:451/announce',
	'udp://exodus.desync.com:6969/announce'
];

export const isMagnet = (link: string): boolean => link.slice(0, 7).toLowerCase() === 'magnet:';

export function publicMagnet(infoHash: string, title: string): string {
	const trackers = publicTrackers.map((tracker) => `&tr=${encodeURIComponent(tracker)}`).join('');
	return `magnet:?xt=urn:btih:${infoHash}&dn=${encodeURIComponent(title)}${trackers}`;
}

export function infoHashOf(magnet: string): string | undefined {
	const xt = /[?&]xt=([^&]+)/i.exec(magnet)?.[1];
	if (!xt) return undefined;
	return (
		decodeURIComponent(xt.replace(/%(?![\da-f]{2})/gi, '%25'))
			.split(':')
			.at(-1) || undefined
	);
}
