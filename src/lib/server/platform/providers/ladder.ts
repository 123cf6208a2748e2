const minute = 60_000;
const hour = 60 * minute;

/** A first failure may be chance; after that the pauses grow to a day, so that a dead site is asked once a day. */
const steps = [
	0,
	minute,
	5 * minute,
	15 * minute,
	30 * minute,
	hour,
	3 * hour,
	6 * hour,
	12 * hour,
	24 * hour
];

/** How long a provider rests after this many failures in a row. */
export const restMs = (failures: number): number => steps[Math.min(failures, steps.length) - 1] ?? 0;
