import type { Row } from '../dictionary.ts';

/** Where the picture came from. Weight 3 ends a title wherever it stands; 2 only when another such word follows; 1 never. */
export const sources: Row[] = [
	[
		{ source: 'bluray' },
		3,
		'bluray|blu ray|bluray3d|bd3d|3dbd|hdbdrip|uhdbluray|uhdblu ray|brdrip|br dvd|blueray|bd rip|br rip|bd mux|br mux|mbluray|mblu ray|bdlight|bd light|bdrips|blurayrip|bluray rip|blu ray rip|brip|bd25|bd50|bd66|bd100|bd 25|bd 50|bd 66|bd 100|bdiso|uhdbd|uhd2bd|uhdbdrip|uhd bdrip|uhd rip|uhdrip|bdr|hdbluray|bdfull|bd full|bdmv|fullbd|full bd|fullbluray|full bluray|dbrip'
	],
	[{ source: 'bluray' }, 2, 'bd|bd5|bd9'],
	[{ source: 'bluray', modifier: 'remux' }, 3, 'bd remux|br remux|blurayremux|uhdbdremux|uhd bdremux'],
	[{ modifier: 'remux' }, 3, 'uhd remux|hybrid remux'],
	[{ modifier: 'remux' }, 2, 'remux'],
	[{ source: 'hddvd' }, 3, 'hddvd|hd dvd|hddvdrip|hd dvdrip|hd dvd rip'],
	[
		{ source: 'web-dl' },
		3,
		'web dl|web dlmux|webhd|web hd|webuhd|web uhd|webdl mux|amazonhd|amazonsd|amazonuhd|netflixhd|netflixuhd|netflixsd|ituneshd|maxdomehd|disneyhd|hbomaxhd|hditunes|dlmux|dl mux'
	],
	[
		{ source: 'webrip' },
		3,
		'web rip|webrips|webmux|web mux|webcap|uhdwebrip|web cap|web dl rip|web dlrip|webdlrip|vodrip|web hdrip|webhdrip'
	],
	[{ source: 'web' }, 2, 'web'],
	[{ source: 'hdrip' }, 3, 'hdrip|hd rip|microhd|micro hd|uhd4krip'],
	[
		{ source: 'tv' },
		3,
		'hdtv|hd tv|hdtv3d|dsatrip|dtv|tvhd|iptvrip|iptv rip|catvrip|hdsat|sdtv|sd tv|sdtvrip|pdtv|pd tv|pdtvrip|tv dub|dth|ds rip|dsr|dsrip|dsr rip|dthrip|dvbrip|dvb rip|dvb|dtvrip|tv rip|hdtvrip|hdtv rip|hdtv mux|hdtvmux|ahdtv|uhdtv|satrip|sat rip|ldtv|tvhdrip|dttrip|dtt rip|htdv|hdtvhd|tvmux'
	],
	[
		{ source: 'dvd' },
		3,
		'dvd rip|dvdrips|dvdr|dvd r|dvd5|dvd 5|dvd9|dvd 9|2xdvd9|2xdvd5|dvdmux|dvd mux|dvd10|xvidvd|dvdripper|fulldvd|full dvd|sd dvd|video ts|dvdfull|dvdr9|dvd r9'
	],
	[{ source: 'dvd', codec: 'divx' }, 3, 'dvdivx'],
	[{ source: 'dvd' }, 2, 'dvd|ntsc|pal'],
	[
		{ source: 'screener' },
		3,
		'dvd scr|dvd scrn|dvd screener|web screener|bd screener|br screener|prehdrip|pre hdrip|prehd|hd screener|screener|bd scr|br scr|brscreener|bluray scr|web scr|pdvdrip|pre dvdrip|predvdrip|predvd|pdvd|bdscr|brscr|webscreener|hdscr'
	],
	[{ source: 'screener' }, 2, 'scr'],
	[
		{ source: 'cam' },
		3,
		'hdcam|hd cam|hqcamrip|hq camrip|hqhdcam|clean cam|hdcams|new cam|cam rip|camrp|hqcam|hq cam|s print|sprint hd|hdcamrip|camrip hd'
	],
	[{ source: 'cam' }, 2, 'cam'],
	[
		{ source: 'telesync' },
		3,
		'telesync|telesynch|hdts|hd ts|telesyncrip|ts hq|hqtsrip|hd telesync|tsrip|ts rip|hdtsrip|pdts|hdtsync|hqts'
	],
	[{ source: 'telesync' }, 2, 'ts'],
	[{ source: 'telecine' }, 3, 'telecine|hdtc|hd tc|telecinerip|hqtc|hdtcrip|tcrip|tc rip'],
	[{ source: 'telecine' }, 2, 'tc'],
	[{ source: 'workprint' }, 3, 'workprint|work print'],
	[{ source: 'workprint' }, 2, 'wp'],
	[{ source: 'ppv' }, 3, 'ppv rip'],
	[{ source: 'ppv' }, 1, 'ppv'],
	[{ source: 'vod' }, 2, 'vod'],
	[{ source: 'vhs' }, 3, 'vhs rip|vhsrip'],
	[{ source: 'vhs' }, 1, 'vhs'],
	[{ source: 'dm' }, 1, 'dm'],
	[{ source: 'dvd', modifier: 'regional' }, 2, 'r5|r6|dvdr5'],
	[{ source: 'tv', modifier: 'rawhd' }, 3, 'raw hd|rawhd']
];
