import { isAbsolute, resolve } from 'node:path';
import type { z } from 'zod';
import { prepareFolder, secretOf } from './data-folder.ts';
import { environment, httpUrl, lanes } from './environment.ts';
import type { Mode, WorkerLane } from './environment.ts';
import { readSecretFiles } from './secret-files.ts';
import { version } from './root.ts';

export interface Config {
	host: string;
	port: number;
	origin?: string;
	/** Absolute. */
	dataDir: string;
	mode: Mode;
	logLevel: string;
	timeZone: string;
	secret: string;
	/** The one before: what it sealed is sealed anew at the start. */
	previousSecret?: string;
	initAdmin?: { user: string; password: string };
	initApiKey?: string;
	trustedProxies: string[];
	allowPrivateTargets: string[];
	workerMax: Record<WorkerLane, number>;
	/** Base address and key of an outside service: `TMDB` reads `TMDB_URL` and `TMDB_API_KEY`. */
	source(name: string): { url?: string; apiKey?: string };
	/** The environment, with every `NAME_FILE` already read into `NAME`. */
	env: Readonly<Record<string, string | undefined>>;
	version: string;
}

export class ConfigFault extends Error {
	override readonly name = 'ConfigFault';
	readonly faults: string[];
	constructor(faults: string[]) {
		super(faults.join('\n'));
		this.faults = faults;
	}
}

/** Throws ConfigFault with every fault at once, one line each, naming the variable. */
export function readConfig(given: Record<string, string | undefined>): Config {
	const { env, faults } = readSecretFiles(given);
	const parsed = environment.safeParse(env);
	for (const issue of parsed.error?.issues ?? []) faults.push(`${issue.path.join('.')}: ${issue.message}`);
	faults.push(...incompleteAdmin(env));
	const dataDir = absolute(env['DATA_DIR'] ?? './data');
	const blocked = prepareFolder(dataDir);
	if (blocked) faults.push(`DATA_DIR: ${blocked}`);
	if (!parsed.success || faults.length > 0) throw new ConfigFault(faults);
	return toConfig(parsed.data, { env, dataDir });
}

const absolute = (path: string) => (isAbsolute(path) ? path : resolve(path));

const incompleteAdmin = (env: Record<string, string | undefined>) => {
	const pair = ['INIT_ADMIN_USER', 'INIT_ADMIN_PASSWORD'] as const;
	const missing = pair.filter((name) => !env[name]);
	if (missing.length !== 1) return [];
	return [`${missing[0]}: is needed together with ${pair.find((name) => name !== missing[0])}`];
};

function toConfig(
	read: z.output<typeof environment>,
	{ env, dataDir }: { env: Record<string, string | undefined>; dataDir: string }
): Config {
	const user = read.INIT_ADMIN_USER;
	const password = read.INIT_ADMIN_PASSWORD;
	const maxOf = (lane: WorkerLane) => read[`WORKER_MAX_${lane.toUpperCase() as Uppercase<WorkerLane>}`];
	return {
		host: read.HOST,
		port: read.PORT,
		...(read.ORIGIN && { origin: read.ORIGIN }),
		dataDir,
		mode: read.MODE,
		logLevel: read.LOG_LEVEL,
		timeZone: read.TZ,
		secret: read.BIJOU_SECRET ?? secretOf(dataDir),
		...(read.BIJOU_SECRET_PREVIOUS && { previousSecret: read.BIJOU_SECRET_PREVIOUS }),
		...(user && password && { initAdmin: { user, password } }),
		...(read.INIT_API_KEY && { initApiKey: read.INIT_API_KEY }),
		trustedProxies: read.TRUSTED_PROXIES,
		allowPrivateTargets: read.ALLOW_PRIVATE_TARGETS,
		workerMax: Object.fromEntries(lanes.map((lane) => [lane, maxOf(lane)])) as Config['workerMax'],
		source: (name) => sourceOf(env, name),
		env: Object.freeze(env),
		version
	};
}

function sourceOf(env: Record<string, string | undefined>, name: string) {
	const prefix = name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
	const url = env[`${prefix}_URL`];
	const apiKey = env[`${prefix}_API_KEY`];
	if (url && !httpUrl(url)) {
		throw new ConfigFault([`${prefix}_URL: must be an http or https address`]);
	}
	return { ...(url && { url: url.replace(/\/+$/, '') }), ...(apiKey && { apiKey }) };
}
