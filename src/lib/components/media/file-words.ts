import type { I18n } from '$lib/i18n/i18n.ts';

export interface FileProbe {
	durationSeconds?: number | undefined;
	container?: string | undefined;
	bitrate?: number | undefined;
	video?:
		| {
				codec: string;
				profile?: string | undefined;
				width: number;
				height: number;
				bitDepth?: number | undefined;
				hdr?: string | undefined;
				frameRate?: number | undefined;
		  }
		| undefined;
	audio: {
		codec: string;
		profile?: string | undefined;
		channels: number;
		language?: string | undefined;
		title?: string | undefined;
	}[];
	subtitles: {
		codec: string;
		language?: string | undefined;
		title?: string | undefined;
		isForced: boolean;
	}[];
}

const codecNames: Record<string, string> = {
	hevc: 'HEVC',
	h264: 'H.264',
	av1: 'AV1',
	vp9: 'VP9',
	mpeg2video: 'MPEG-2',
	mpeg4: 'MPEG-4',
	vc1: 'VC-1',
	eac3: 'Dolby Digital Plus',
	ac3: 'Dolby Digital',
	truehd: 'Dolby TrueHD',
	dts: 'DTS',
	aac: 'AAC',
	flac: 'FLAC',
	opus: 'Opus',
	mp3: 'MP3',
	subrip: 'SRT',
	hdmv_pgs_subtitle: 'PGS',
	ass: 'ASS',
	mov_text: 'MP4 text',
	dvd_subtitle: 'VobSub'
};
const codec = (name: string) => codecNames[name] ?? name.toUpperCase();
const layouts: Record<number, string> = { 1: 'mono', 2: 'stereo', 6: '5.1', 8: '7.1' };

/** 'German' for `de`; what nobody knows by that name stays as it is written. */
export function languageName(code: string | null | undefined, locale: string): string | undefined {
	if (!code || code === 'und') return undefined;
	try {
		return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
	} catch {
		return code;
	}
}

function rateWords(bitsPerSecond: number, number: I18n['number']): string {
	if (bitsPerSecond < 100_000) return `${number(Math.round(bitsPerSecond / 1000))} kbit/s`;
	return `${number(bitsPerSecond / 1e6, { maximumFractionDigits: 1 })} Mbit/s`;
}

export function videoWords({ video, bitrate }: FileProbe, { number, t }: I18n): string {
	if (!video) return '';
	const rate = video.frameRate && number(video.frameRate, { maximumFractionDigits: 2 });
	return [
		codec(video.codec),
		video.bitDepth && t('{bits} bit', { bits: video.bitDepth }),
		`${video.width} × ${video.height}`,
		video.hdr,
		rate && t('{rate} pictures a second', { rate }),
		bitrate && rateWords(bitrate, number)
	]
		.filter(Boolean)
		.join(', ');
}

export const audioWords = ({ audio }: FileProbe, { locale }: I18n): string[] =>
	audio.map(({ codec: name, channels, language, title }) =>
		[
			[languageName(language, locale), title].filter(Boolean).join(', '),
			[codec(name), layouts[channels] ?? `${channels} ch`].join(' ')
		]
			.filter(Boolean)
			.join(': ')
	);

export const subtitleWords = ({ subtitles }: FileProbe, { locale, t }: I18n): string[] =>
	subtitles.map(({ codec: name, language, title, isForced }) =>
		[languageName(language, locale) ?? title ?? codec(name), isForced && t('forced')]
			.filter(Boolean)
			.join(', ')
	);
