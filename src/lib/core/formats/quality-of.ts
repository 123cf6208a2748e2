import type { Parsed } from '#core/release/types.ts';
import { type Quality, qualityNamed, unknownQuality } from './qualities.ts';

/** The rung a release stands on. Music is told by codec and rate, all else by what the parser named. */
export function qualityOf(parsed: Parsed): Quality {
	return (parsed.kind === 'music' ? musicQuality(parsed) : qualityNamed(parsed.quality)) ?? unknownQuality;
}

function musicQuality({ format = '', bitrate = '', bitDepth, quality }: Parsed): Quality | undefined {
	const codec = format.toUpperCase();
	const rate = /v[02]|\d+/i.exec(bitrate)?.[0].toUpperCase();
	const isDeep = bitDepth === '24' || /\b24\b/.test(bitrate);
	return (
		qualityNamed(quality === 'Unknown' ? '' : quality) ??
		(isDeep ? qualityNamed(`${codec}-24`) : undefined) ??
		qualityNamed(`${codec}-${rate}`) ??
		qualityNamed(codec)
	);
}
