interface Provider {
	enabled: boolean;
	kindTitle?: string | undefined;
	failures: number;
	disabledUntil: number | null;
	lastSuccessAt: number | null;
}

export type Standing = 'off' | 'unknown' | 'resting' | 'shaky' | 'well' | 'untried';

/** What a list says about a provider. Nothing is called well that has not worked yet. */
export function standing(
	{ enabled, kindTitle, failures, disabledUntil, lastSuccessAt }: Provider,
	now: number
): Standing {
	if (!kindTitle) return 'unknown';
	if (!enabled) return 'off';
	if (disabledUntil !== null && disabledUntil > now) return 'resting';
	if (failures > 0) return 'shaky';
	return lastSuccessAt === null ? 'untried' : 'well';
}
