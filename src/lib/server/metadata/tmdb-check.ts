import { AppError } from '#server/platform/errors.ts';
import type { Check, CheckResult } from '#server/platform/module.ts';

const minuteMs = 60_000;

/** Asks TMDB whether it takes the key, but not each time that somebody looks. */
export function tmdbCheck(deps: { key(): string; test(): Promise<void>; now: () => number }): Check {
	let last: { key: string; until: number; result: CheckResult } | undefined;

	async function ask(): Promise<CheckResult> {
		try {
			await deps.test();
			return { state: 'ready', message: 'Films and series are looked up at TMDB, series also at TVmaze.' };
		} catch (error) {
			if (error instanceof AppError && error.code === 'invalid_key')
				return {
					state: 'needs-configuration',
					message: 'TMDB does not know the key, so nothing new can be looked up there.',
					action: { label: 'Correct the key', href: '/settings/metadata' }
				};
			return {
				state: 'degraded',
				message: 'TMDB cannot be asked: {fault} What was looked up before stays.',
				values: { fault: (error as Error).message }
			};
		}
	}

	async function run(): Promise<CheckResult> {
		const key = deps.key();
		if (key === '')
			return {
				state: 'needs-configuration',
				message:
					'Without a TMDB key, films are known by their names and NFO files only; series come from TVmaze.',
				action: { label: 'Add a TMDB key', href: '/settings/metadata' }
			};
		if (last?.key === key && last.until > deps.now()) return last.result;
		const result = await ask();
		last = { key, result, until: deps.now() + (result.state === 'ready' ? 30 : 1) * minuteMs };
		return result;
	}

	return { name: 'metadata', title: 'Metadata', run };
}
