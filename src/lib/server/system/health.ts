import { inEnglish, said, type Said } from '#core/text/said.ts';
import type { Events } from '#server/events.ts';
import type { Bus } from '#server/platform/bus.ts';
import { rawDb } from '#server/platform/db.ts';
import type { Db } from '#server/platform/db.ts';
import { unavailable } from '#server/platform/errors.ts';
import type { Log } from '#server/platform/log.ts';
import type { Check, CheckResult } from '#server/platform/module.ts';

export interface Finding extends Omit<CheckResult, 'values'> {
	/** As pages say it; `message` is the same in English. */
	said: Said;
	name: string;
	title: string;
	/** Without it Bijou cannot serve at all. */
	essential: boolean;
	checkedAt: number;
}

export interface HealthDeps {
	db: Db;
	bus: Bus<Events>;
	log: Log;
	version: string;
	/** All modules' checks; asked late, because this module is one of them. */
	checks(): readonly Check[];
	now?: () => number;
}

export interface Health {
	/** Throws when the database does not answer. */
	alive(): { status: 'ok'; version: string; uptimeSeconds: number };
	/** For load balancers and scripts: ready as long as the essentials work. */
	ready(): Promise<{ ready: boolean; checks: { name: string; ok: boolean; message: string }[] }>;
	/** What stands worst comes first. */
	findings(options?: { fresh: true }): Promise<Finding[]>;
}

/** Anyone may ask; the checks themselves are not run more often than this. */
const freshMs = 10_000;
const patienceMs = 5_000;

const gravity = (finding: Finding) =>
	['ready', 'needs-configuration', 'degraded'].indexOf(finding.state) + (finding.essential ? 0.5 : 0);

export function createHealth(deps: HealthDeps): Health {
	const { db, bus, log, version, checks, now = Date.now } = deps;
	const startedAt = now();
	let latest: { at: number; findings: Promise<Finding[]> } | undefined;
	let known = new Map<string, string>();

	function announce(findings: Finding[]): void {
		const changed = findings.filter(({ name, state }) => known.has(name) && known.get(name) !== state);
		known = new Map(findings.map(({ name, state }) => [name, state]));
		for (const { name, state, title, message } of changed) {
			log[state === 'ready' ? 'info' : 'warn']({ check: name, state }, message);
			bus.emit('health.changed', { name, state, title, message });
		}
	}

	async function examine(): Promise<Finding[]> {
		const findings = await Promise.all(
			checks().map(async (check) => ({
				name: check.name,
				title: check.title,
				essential: check.essential ?? false,
				checkedAt: now(),
				...worded(await outcome(check))
			}))
		);
		announce(findings);
		return findings.sort((a, b) => gravity(b) - gravity(a));
	}

	function findings(options?: { fresh: true }): Promise<Finding[]> {
		if (!latest || options?.fresh || now() - latest.at >= freshMs) {
			latest = { at: now(), findings: examine() };
		}
		return latest.findings;
	}

	return {
		findings,
		alive() {
			try {
				rawDb(db).prepare('SELECT 1').get();
			} catch {
				throw unavailable('The database does not answer.');
			}
			return { status: 'ok', version, uptimeSeconds: Math.floor((now() - startedAt) / 1000) };
		},
		async ready() {
			const all = await findings();
			return {
				ready: all.every(({ essential, state }) => !essential || state === 'ready'),
				checks: all.map(({ name, state, message }) => ({ name, ok: state === 'ready', message }))
			};
		}
	};
}

const worded = ({ message: text, values, ...result }: CheckResult) => ({
	...result,
	message: inEnglish({ text, values: values ?? null }),
	said: said(text, values)
});

/** A check that fails or never ends is itself a finding. */
async function outcome(check: Check): Promise<CheckResult> {
	let timer: NodeJS.Timeout | undefined;
	const tooLong = new Promise<CheckResult>((resolve) => {
		const values = { seconds: patienceMs / 1000 };
		const message = 'The check did not end within {seconds} s.';
		timer = setTimeout(() => resolve({ state: 'degraded', message, values }), patienceMs);
	});
	try {
		return await Promise.race([check.run(), tooLong]);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { state: 'degraded', message: 'The check failed: {reason}', values: { reason } };
	} finally {
		clearTimeout(timer);
	}
}
