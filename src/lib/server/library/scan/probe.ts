import { z } from 'zod';
import { languageOf } from '#core/library/sidecar.ts';
import { AppError } from '#server/platform/errors.ts';
import { run } from '#server/platform/process.ts';
import type { Probe } from '../schema/files.ts';

const text = z.coerce.string().optional();
const number = z.coerce.number().optional().catch(undefined);

const answer = z.object({
	format: z.object({ duration: number, bit_rate: number, format_name: text }).optional(),
	streams: z
		.array(
			z.object({
				codec_type: text,
				codec_name: text,
				profile: text,
				width: number,
				height: number,
				pix_fmt: text,
				bits_per_raw_sample: number,
				color_transfer: text,
				avg_frame_rate: text,
				channels: number,
				tags: z.record(z.string(), z.coerce.string()).optional(),
				disposition: z.record(z.string(), z.coerce.number()).optional(),
				side_data_list: z
					.array(z.object({ side_data_type: text, dv_profile: number }))
					.optional()
					.catch(undefined)
			})
		)
		.default([])
});
type Stream = z.output<typeof answer>['streams'][number];

const known = <T extends object>(facts: T) =>
	Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== '')) as T;

const tag = ({ tags }: Stream, name: string) => tags?.[name] ?? tags?.[name.toUpperCase()];
const language = (stream: Stream) => {
	const told = tag(stream, 'language');
	return told && told !== 'und' ? (languageOf(told) ?? told) : undefined;
};

function hdrOf(stream: Stream): string | undefined {
	const side = stream.side_data_list ?? [];
	const hasVision = side.some(
		({ side_data_type: type, dv_profile: profile }) =>
			profile !== undefined || /dovi|dolby vision/i.test(type ?? '')
	);
	const plus = side.some(({ side_data_type: type }) => /2094-40|hdr10\+/i.test(type ?? ''));
	const base =
		stream.color_transfer === 'smpte2084'
			? plus
				? 'HDR10+'
				: 'HDR10'
			: stream.color_transfer === 'arib-std-b67'
				? 'HLG'
				: undefined;
	return [hasVision ? 'DV' : undefined, base].filter(Boolean).join(' ') || undefined;
}

function rateOf(text: string | undefined): number | undefined {
	const [above, below] = (text ?? '').split('/').map(Number);
	return above && below ? Math.round((above / below) * 1000) / 1000 : undefined;
}

const bitDepth = ({ bits_per_raw_sample: bits, pix_fmt: pixels }: Stream) =>
	bits || (pixels && /p(\d\d)(?:le|be)/.exec(pixels) ? Number(/p(\d\d)/.exec(pixels)![1]) : 8);

export function readProbe(json: string): Probe {
	const { format, streams } = answer.parse(JSON.parse(json));
	const video = streams.find(
		(stream) => stream.codec_type === 'video' && !stream.disposition?.['attached_pic']
	);
	const of = (type: string) => streams.filter((stream) => stream.codec_type === type);
	return known({
		durationSeconds: format?.duration,
		container: format?.format_name?.split(',')[0],
		bitrate: format?.bit_rate,
		video:
			video &&
			known({
				codec: video.codec_name ?? 'unknown',
				profile: video.profile,
				width: video.width ?? 0,
				height: video.height ?? 0,
				bitDepth: bitDepth(video),
				hdr: hdrOf(video),
				frameRate: rateOf(video.avg_frame_rate)
			}),
		audio: of('audio').map((stream) =>
			known({
				codec: stream.codec_name ?? 'unknown',
				profile: stream.profile,
				channels: stream.channels ?? 0,
				language: language(stream),
				title: tag(stream, 'title'),
				isDefault: stream.disposition?.['default'] === 1
			})
		),
		subtitles: of('subtitle').map((stream) =>
			known({
				codec: stream.codec_name ?? 'unknown',
				language: language(stream),
				title: tag(stream, 'title'),
				isDefault: stream.disposition?.['default'] === 1,
				isForced: stream.disposition?.['forced'] === 1
			})
		)
	}) as Probe;
}

/** What ffprobe says of a file. A broken file is an answer: it is not tried again and again. */
export async function probeFile(
	path: string,
	options: { signal: AbortSignal; timeoutMs: number }
): Promise<{ probe: Probe } | { fault: string }> {
	try {
		const args = ['-v', 'error', '-print_format', 'json', '-show_format', '-show_streams', '-i', path];
		const { code, stdout, stderr } = await run('ffprobe', args, { ...options, maxOutputBytes: 4_000_000 });
		if (code !== 0)
			return { fault: stderr.trim().split('\n').at(-1)?.slice(0, 300) || `ffprobe ended with ${code}.` };
		return { probe: readProbe(stdout) };
	} catch (error) {
		if (options.signal.aborted || (error instanceof AppError && error.code === 'needs_configuration'))
			throw error;
		return { fault: (error as Error).message.slice(0, 300) };
	}
}
