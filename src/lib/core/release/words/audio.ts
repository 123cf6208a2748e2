import type { Row } from '../dictionary.ts';

export const audio: Row[] = [
	[{ audio: 'aac' }, 3, 'aac|he aac|lc aac|qaac|heaac|aaclc|aac lc|haac'],
	[
		{ audio: 'dd' },
		3,
		'ac3|ac 3|ac3ld|ac3md|ac3dubbed|dd51d|dd20d|dd ex|ddex|dolbyd|dolby digital|ac3d|dolby d'
	],
	[{ audio: 'dd' }, 2, 'dd|dolby'],
	[{ audio: 'ddp' }, 3, 'eac3|eac3d|ddp51d|e ac3|e ac 3|eac 3|ddp|ddplus|dolby digital plus|dd plus|ddpa'],
	[{ audio: 'dts' }, 3, 'dts|dtsd|dts51|dts es|dtses|dts hd hr|dts hr|dts hr ma|dtshr'],
	[
		{ audio: 'dts-hd' },
		3,
		'dts hd ma|dtshd ma|dts hdma|dts hd|dtshd|dts ma|dtsma|dtshdma|dts hd hra|dts hra|dtsex|dts hdhra|dts hd hrma'
	],
	[{ audio: 'dts-x' }, 3, 'dts x|dtsx|dts x ma|dts hd x'],
	[{ audio: 'truehd' }, 3, 'truehd|true hd|dolby truehd|dolby true hd|thd'],
	[{ audio: 'atmos' }, 3, 'atmos|dolby atmos'],
	[{ audio: 'flac' }, 3, 'flac'],
	[{ audio: 'mp3' }, 3, 'mp3|lame3'],
	[{ audio: 'mp2' }, 2, 'mp2|mpa|mpeg audio'],
	[{ audio: 'opus' }, 2, 'opus'],
	[{ audio: 'vorbis' }, 2, 'vorbis|ogg'],
	[{ audio: 'pcm' }, 3, 'pcm|lpcm'],
	[{ audio: 'alac' }, 2, 'alac'],
	[
		{ tech: 'channels' },
		1,
		'2ch|6ch|8ch|2 0ch|5 1ch|7 1ch|2 ch|8 ch|6 ch|2audio|2audios|3audio|mono|stereo|surround|24 bit|16 bit|24bit|16bit|tri audio|quad audio|dual audios|multi audio|org auds|org aud|line|ld|md|mic dubbed|audio|aud|auds|commentary|softsubs|softsub|soft sub|soft subs'
	]
];

/** Codec words that may stand right before a channel count: DD5.1, FLAC2.0. */
export const gluedAudio =
	'aac|ac3|dd|ddp|ddpa|eac3|dts|flac|truehd|opus|pcm|lpcm|dtshd|dolby|mpa|mp2|atmos|dtsx|ddplus|ac|qaac|thd'.split(
		'|'
	);
