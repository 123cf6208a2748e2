/** The few films that are really encoded; every file on the shelf is one of them in another wrapping. */
export interface Clip {
	/** What ffmpeg makes it of. */
	input: string[];
	output: string[];
	/** What it may be wrapped in. */
	endings: string[];
	seconds: number;
}

const video = (source: string) => ['-f', 'lavfi', '-i', source];
const sine = (frequency: number, seconds: number) => [
	'-f',
	'lavfi',
	'-i',
	`sine=frequency=${frequency}:sample_rate=48000:duration=${seconds}`
];
const surround = (seconds: number) => [
	'-f',
	'lavfi',
	'-i',
	`aevalsrc=0.1*sin(220*2*PI*t)|0.1*sin(330*2*PI*t)|0.1*sin(440*2*PI*t)|0.05*sin(55*2*PI*t)|0.1*sin(550*2*PI*t)|0.1*sin(660*2*PI*t):c=5.1:s=48000:d=${seconds}`
];
const x264 = ['-c:v', 'libx264', '-preset', 'superfast', '-pix_fmt', 'yuv420p'];
const x265 = ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=error', '-tag:v', 'hvc1'];

export const clips = {
	/** A plain film of our day. */
	hd: {
		input: [
			...video(
				'gradients=s=320x180:r=15:d=12:speed=0.03:nb_colors=4:c0=0x2a1420:c1=0xc9a45c:c2=0x4a1f2e:c3=0x0d0709,scale=1920:1080'
			),
			...sine(220, 12)
		],
		output: [...x264, '-crf', '26', '-c:a', 'aac', '-ac', '2'],
		endings: ['mkv', 'mp4', 'mov', 'm4v'],
		seconds: 12
	},
	hd720: {
		input: [...video('testsrc2=s=1280x720:r=25:d=10'), ...sine(330, 10)],
		output: [...x264, '-crf', '30', '-c:a', 'aac', '-ac', '2'],
		endings: ['mkv', 'mp4', 'm4v', 'ts'],
		seconds: 10
	},
	/** 4:3, grey, without a sound. */
	silent: {
		input: video(
			'life=s=320x240:mold=12:r=12:ratio=0.12:death_color=#2b2118:life_color=#e8dcc4,scale=640:480:flags=neighbor,trim=duration=14,hue=s=0'
		),
		output: [...x264, '-crf', '30', '-an'],
		endings: ['mkv', 'mp4'],
		seconds: 14
	},
	disc: {
		input: [...video('smptehdbars=s=1920x1080:r=10:d=8'), ...surround(8)],
		output: [...x265, '-crf', '30', '-pix_fmt', 'yuv420p10le', '-c:a', 'ac3', '-b:a', '384k'],
		endings: ['mkv', 'mp4'],
		seconds: 8
	},
	uhd: {
		input: [
			...video(
				'gradients=s=320x180:r=5:d=5:speed=0.06:nb_colors=3:c0=0x10223a:c1=0xd8b46a:c2=0x51202f,scale=3840:2160'
			),
			...surround(5)
		],
		output: [
			...x265,
			'-crf',
			'32',
			'-pix_fmt',
			'yuv420p10le',
			'-color_primaries',
			'bt2020',
			'-color_trc',
			'smpte2084',
			'-colorspace',
			'bt2020nc',
			'-c:a',
			'eac3',
			'-b:a',
			'448k'
		],
		endings: ['mkv', 'mp4'],
		seconds: 5
	},
	web: {
		input: [
			...video('mandelbrot=s=854x480:r=24:end_scale=0.05:maxiter=600,trim=duration=8'),
			...sine(262, 8)
		],
		output: [
			'-c:v',
			'libvpx-vp9',
			'-deadline',
			'realtime',
			'-cpu-used',
			'8',
			'-b:v',
			'600k',
			'-pix_fmt',
			'yuv420p',
			'-c:a',
			'libopus',
			'-b:a',
			'64k'
		],
		endings: ['webm', 'mkv'],
		seconds: 8
	},
	av1: {
		input: [...video('testsrc2=s=1280x720:r=24:d=6'), ...surround(6)],
		output: [
			'-c:v',
			'libsvtav1',
			'-preset',
			'12',
			'-crf',
			'50',
			'-c:a',
			'libopus',
			'-b:a',
			'160k',
			'-mapping_family',
			'1'
		],
		endings: ['mkv', 'webm', 'mp4'],
		seconds: 6
	},
	old: {
		input: [...video('smptebars=s=640x480:r=25:d=9'), ...sine(440, 9)],
		output: ['-c:v', 'mpeg4', '-vtag', 'XVID', '-q:v', '8', '-c:a', 'libmp3lame', '-b:a', '96k'],
		endings: ['avi', 'mkv'],
		seconds: 9
	},
	dvd: {
		input: [...video('testsrc2=s=720x576:r=25:d=7'), ...sine(392, 7)],
		output: ['-c:v', 'mpeg2video', '-q:v', '9', '-c:a', 'mp2', '-b:a', '128k', '-f', 'vob'],
		endings: ['vob', 'mpg'],
		seconds: 7
	},
	/** As long as "Dr. Jekyll and Mr. Hyde" of 1920, one picture in ten seconds: a length that tells it from its namesakes. */
	long: {
		input: video('color=c=0x1a1013:s=320x240:r=1/10:d=4740'),
		output: [...x264, '-crf', '40', '-an'],
		endings: ['mkv'],
		seconds: 4740
	}
} satisfies Record<string, Clip>;

export type ClipName = keyof typeof clips;
