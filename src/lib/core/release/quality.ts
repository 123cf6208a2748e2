import type { Fields } from './fields.ts';

/** What the quality name is drawn from. */
export interface QualityFacts {
	fields: Fields;
	kind: 'movie' | 'series';
	container: string | undefined;
	/** the name in lower case, for the few hints that are no field */
	lower: string;
}

const lines = (resolution: string | undefined): number => (resolution ? parseInt(resolution, 10) : 0);

/** 480p, 720p, 1080p or 2160p: the rungs quality names know. */
function rung(resolution: string | undefined, none: number): number {
	const height = lines(resolution);
	if (height === 0) return none;
	if (height >= 1800) return 2160;
	if (height >= 1000 && height < 1440) return 1080;
	if (height >= 1440) return 1080;
	return height >= 700 ? 720 : 480;
}

function bluray({ fields, kind }: QualityFacts): string {
	const ripped = /rip|light|mux$/.test(fields.sourceWord);
	const height = lines(fields.resolution);
	if (fields.modifier === 'brdisk' && kind === 'movie') return 'BR-DISK';
	if (fields.modifier === 'remux' && height !== 480 && height !== 720 && height !== 576) {
		const size = rung(fields.resolution, /uhd/.test(fields.sourceWord) ? 2160 : 1080);
		return kind === 'movie' ? `Remux-${size}p` : `Bluray-${size}p Remux`;
	}
	if (height === 576) return 'Bluray-576p';
	if (height === 0 && (fields.codec === 'xvid' || fields.codec === 'divx' || ripped)) return 'Bluray-480p';
	return `Bluray-${rung(fields.resolution, 720)}p`;
}

function tv({ fields, lower }: QualityFacts): string {
	if (fields.modifier === 'rawhd') return 'Raw-HD';
	const none =
		/hr\.ws|hr ws|\bhd ?tv\]|\[hdtv\]|^hd$/.test(lower) ||
		(fields.sourceWord === 'hdtv' && /hd[-._ ]tv/.test(lower))
			? 720
			: 0;
	const size = rung(fields.resolution, none);
	return size >= 720 ? `HDTV-${size}p` : 'SDTV';
}

const sd = new Set(
	'avi|divx|xvid|wmv|mp4|m4v|mpg|mpeg|flv|asf|ogm|3gp|mov|rmvb|rm|ts|vob|m2v|dvr-ms'.split('|')
);

function unsaid(facts: QualityFacts): string {
	const { fields, container } = facts;
	if (fields.modifier === 'remux') return bluray({ ...facts, fields: { ...fields, source: 'bluray' } });
	if (fields.resolution) {
		const size = rung(fields.resolution, 0);
		return size >= 720 ? `HDTV-${size}p` : 'SDTV';
	}
	if (fields.codec === 'xvid' || fields.codec === 'divx' || fields.codec === 'h264') return 'SDTV';
	if (container === 'mkv') return 'HDTV-720p';
	if (container === 'm2ts') return 'Bluray-720p';
	return container && sd.has(container) ? 'SDTV' : 'Unknown';
}

/** The name Sonarr or Radarr would give this quality. */
export function qualityName(facts: QualityFacts): string {
	const { fields, kind } = facts;
	switch (fields.source) {
		case 'bluray':
			return bluray(facts);
		case 'hddvd':
			return `Bluray-${rung(fields.resolution, 720)}p`;
		case 'web':
		case 'web-dl':
			return `WEBDL-${rung(fields.resolution, /\[web(?:dl)?\]|uhd|ituneshd|webhd/.test(facts.lower) && !/netflixuhd/.test(facts.lower) ? 720 : 480)}p`;
		case 'webrip':
		case 'hdrip':
		case 'vod':
			return `WEBRip-${rung(fields.resolution, 480)}p`;
		case 'dvd':
			if (kind === 'movie')
				return fields.modifier === 'regional' ? 'REGIONAL' : fields.modifier === 'remux' ? 'DVD-R' : 'DVD';
			return 'DVD';
		case 'tv':
		case 'dm':
		case 'ppv':
			return tv(facts);
		case 'cam':
			return kind === 'movie' ? 'CAM' : unsaid(facts);
		case 'telesync':
			return kind === 'movie' ? 'TELESYNC' : unsaid(facts);
		case 'telecine':
			return kind === 'movie' ? 'TELECINE' : unsaid(facts);
		case 'workprint':
			return kind === 'movie' ? 'WORKPRINT' : unsaid(facts);
		case 'screener':
			return kind === 'movie' ? 'DVDSCR' : unsaid(facts);
		case 'vhs':
			return 'SDTV';
		default:
			return unsaid(facts);
	}
}

/** Discs and remuxes that are told by what is missing: a Blu-ray with a disc's codec and no encoder is the disc itself. */
export function inferModifier(fields: Fields, kind: 'movie' | 'series', lower: string): void {
	if (fields.source === 'tv' && fields.codec === 'mpeg2' && !fields.modifier) fields.modifier = 'rawhd';
	if (kind !== 'movie') return;
	if (
		fields.source === 'dvd' &&
		!fields.modifier &&
		/^(?:dvdr|dvd5|dvd9|\dx?dvd[59]|dvdfull|fulldvd)$/.test(fields.sourceWord)
	)
		fields.modifier = 'remux';
	const disc = fields.source === 'bluray' || fields.source === 'hddvd';
	if (!disc || fields.modifier || /rip|light|mux/.test(fields.sourceWord)) return;
	const whole =
		/^(?:bd25|bd50|bd66|bd100|bdiso|bdmv|bdfull|fullbd|fullbluray)/.test(fields.sourceWord) ||
		/\biso\b|complete[ ._-]*(?:uhd[ ._-]*)?blu-?ray|blu-?ray[ ._-]*complete/.test(lower);
	const raw =
		(fields.codec === 'h264' && /\bavc\b/.test(lower)) || fields.codec === 'vc1' || fields.codec === 'mpeg2';
	const encoded = /[xh][ .]?26[45]/.test(lower);
	if (!encoded && (raw || /\bhevc\b/.test(lower)) && /[._ ]ml[._ ]/.test(lower)) fields.modifier = 'remux';
	else if (whole || (raw && !encoded)) fields.modifier = 'brdisk';
}
