import { z } from 'zod';
import { covers, neverTargets, parseCidr } from './cidr.ts';

export const modes = ['full', 'server', 'monitor'] as const;
export const lanes = [
	'searches',
	'imports',
	'scans',
	'streams',
	'transcodes',
	'rips',
	'fetches',
	'subtitles',
	'portals'
] as const;

export type Mode = (typeof modes)[number];
export type WorkerLane = (typeof lanes)[number];

/** What a home network uses. Link-local is missing on purpose. */
export const lanRanges = [
	'10.0.0.0/8',
	'172.16.0.0/12',
	'192.168.0.0/16',
	'127.0.0.0/8',
	'fc00::/7',
	'::1/128'
];

const workerDefaults: Record<WorkerLane, number> = {
	searches: 4,
	imports: 2,
	scans: 1,
	streams: 4,
	transcodes: 1,
	rips: 1,
	fetches: 3,
	subtitles: 2,
	portals: 2
};

const wholeNumber = (min: number, max: number) =>
	z
		.string()
		.regex(/^\d{1,6}$/, `must be a whole number from ${min} to ${max}`)
		.transform(Number)
		.refine((n) => n >= min && n <= max, `must be a whole number from ${min} to ${max}`);

export const httpUrl = (text: string) => {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	return url && /^https?:$/.test(url.protocol) ? url : undefined;
};

const list = (text: string) =>
	text
		.split(/[\s,]+/)
		.map((entry) => entry.trim())
		.filter(Boolean);

const ranges = z.string().transform((text, ctx) => {
	for (const entry of list(text)) {
		if (!parseCidr(entry)) {
			ctx.addIssue(`"${entry}" is not an address range such as 192.168.0.0/16 or fc00::/7`);
		}
	}
	return list(text);
});

const targets = ranges.superRefine((entries, ctx) => {
	for (const entry of entries) {
		const block = parseCidr(entry);
		if (block && neverTargets.some((never) => covers(never, block))) {
			ctx.addIssue(`"${entry}" is link-local or a cloud metadata address, which stays unreachable`);
		}
	}
});

const timeZone = z.string().refine((zone) => {
	try {
		return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
	} catch {
		return false;
	}
}, 'is not a time zone such as Europe/Berlin');

const workerLimits = Object.fromEntries(
	lanes.map((lane) => [`WORKER_MAX_${lane.toUpperCase()}`, wholeNumber(1, 64).default(workerDefaults[lane])])
) as unknown as Record<`WORKER_MAX_${Uppercase<WorkerLane>}`, z.ZodDefault<ReturnType<typeof wholeNumber>>>;

/** Every variable of the environment that Bijou itself reads. */
export const environment = z.object({
	HOST: z
		.string()
		.regex(/^[\w.:-]+$/, 'must be an address or a host name')
		.default('0.0.0.0'),
	PORT: wholeNumber(0, 65_535).default(3000),
	ORIGIN: z
		.string()
		.refine((text) => {
			const url = httpUrl(text);
			return url?.pathname === '/' && !url.search && !url.hash && !url.username;
		}, 'must be an address such as https://bijou.example.org, without a path')
		.transform((text) => new URL(text).origin)
		.optional(),
	DATA_DIR: z.string().default('./data'),
	MODE: z.enum(modes, `must be one of ${modes.join(', ')}`).default('full'),
	LOG_LEVEL: z
		.enum(
			['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
			'must be one of trace, debug, info, warn, error, fatal, silent'
		)
		.default('info'),
	TZ: timeZone.default(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
	PUID: wholeNumber(0, 999_999).optional(),
	PGID: wholeNumber(0, 999_999).optional(),
	BIJOU_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
	BIJOU_SECRET_PREVIOUS: z.string().min(16, 'must have at least 16 characters').optional(),
	INIT_ADMIN_USER: z.string().min(1).max(64, 'must have at most 64 characters').optional(),
	INIT_ADMIN_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
	INIT_API_KEY: z.string().min(16, 'must have at least 16 characters').optional(),
	TRUSTED_PROXIES: ranges.default([]),
	ALLOW_PRIVATE_TARGETS: targets.default(lanRanges),
	...workerLimits
});
