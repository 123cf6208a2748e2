import { qualityOf } from '#core/formats/quality-of.ts';
import type { Parsed } from '#core/release/types.ts';
import type { NameMedia, NameSubject } from './name-subject.ts';

type Parts = Pick<
	NameSubject,
	'quality' | 'proper' | 'repack' | 'real' | 'version' | 'edition' | 'group' | 'releaseHash' | 'media'
>;

/** What a release name says of its file, as names write it. What was measured in the file itself goes over it. */
export function namePartsOf(parsed: Parsed): Parts {
	const quality = qualityOf(parsed).name;
	return {
		quality: quality === 'Unknown' ? undefined : quality,
		proper: parsed.proper,
		repack: parsed.repack,
		real: parsed.real > 0,
		version: parsed.proper || parsed.repack ? undefined : parsed.version,
		edition: parsed.edition.length > 0 ? parsed.edition.join(' ') : undefined,
		group: parsed.group,
		releaseHash: parsed.releaseHash,
		media: mediaOf(parsed)
	};
}

function mediaOf({
	codec,
	source,
	modifier,
	bitDepth,
	hdr,
	audio,
	audioChannels,
	languages,
	is3d
}: Parsed): NameMedia {
	const isEncode = modifier !== 'remux' && (source === 'bluray' || source === 'dvd' || source === 'webrip');
	return {
		videoCodec: codec && ((isEncode ? encoders[codec] : undefined) ?? videoNames[codec] ?? codec),
		bitDepth: bitDepth === undefined ? undefined : Number(bitDepth),
		dynamicRange: hdr.some((flavour) => flavour !== 'SDR') ? 'HDR' : undefined,
		dynamicRangeType: hdr.filter((flavour) => flavour !== 'SDR').join(' ') || undefined,
		audioCodec: audioName(audio),
		audioChannels,
		audioLanguages: languages.filter((code) => !['und', 'mul', 'x-original'].includes(code)),
		is3d
	};
}

const encoders: Record<string, string> = { h264: 'x264', h265: 'x265' };
const videoNames: Record<string, string> = {
	av1: 'AV1',
	vp9: 'VP9',
	vc1: 'VC1',
	mpeg2: 'MPEG2',
	xvid: 'XviD',
	divx: 'DivX'
};

// Best first: a name gives one codec, that of the main track.
const audioNames: readonly [codec: string, name: string][] = [
	['dts-x', 'DTS-X'],
	['truehd', 'TrueHD'],
	['dts-hd', 'DTS-HD MA'],
	['flac', 'FLAC'],
	['pcm', 'PCM'],
	['alac', 'ALAC'],
	['ddp', 'EAC3'],
	['dts', 'DTS'],
	['dd', 'AC3'],
	['aac', 'AAC'],
	['opus', 'Opus'],
	['vorbis', 'Vorbis'],
	['mp3', 'MP3'],
	['mp2', 'MP2']
];

function audioName(audio: readonly string[]): string | undefined {
	const name = audioNames.find(([codec]) => audio.includes(codec))?.[1];
	return name && audio.includes('atmos') ? `${name} Atmos` : name;
}
