const unitMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
type Unit = keyof typeof unitMs;

const whole = /^\s*(?:\d+(?:\.\d+)?\s*(?:ms|s|m|h|d|w)\s*)+$/i;
const part = /(\d+(?:\.\d+)?)\s*(ms|s|m|h|d|w)/gi;

/** '90s', '1h 30m', '2d' -> milliseconds; undefined when it is not a span. */
export function parseDuration(text: string): number | undefined {
	if (!whole.test(text)) return undefined;
	let total = 0;
	for (const [, amount, unit] of text.matchAll(part)) {
		total += Number(amount) * unitMs[unit!.toLowerCase() as Unit];
	}
	return Math.round(total);
}

/** The two largest units that matter: 5400000 -> '1h 30m'; what `parseDuration` reads back. */
export function formatDuration(ms: number): string {
	let rest = Math.max(0, Math.round(ms));
	if (rest < 1_000) return `${rest}ms`;
	const parts: string[] = [];
	for (const unit of ['d', 'h', 'm', 's'] as const) {
		const amount = Math.floor(rest / unitMs[unit]);
		if (amount > 0) parts.push(`${amount}${unit}`);
		rest -= amount * unitMs[unit];
		if (parts.length === 2) break;
	}
	return parts.join(' ');
}
