const dayMs = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);

export interface Month {
	/** `YYYY-MM` */
	month: string;
	previous: string;
	next: string;
	/** Whole weeks, Monday first, that hold the month. */
	days: string[];
	from: string;
	/** The day after the last. */
	until: string;
}

const shifted = (month: string, by: number): string => {
	const [year = 0, index = 1] = month.split('-').map(Number);
	return iso(Date.UTC(year, index - 1 + by, 1)).slice(0, 7);
};

/** The sheet of a month: its weeks, with the days of its neighbours that fill them. */
export function monthOf(month: string): Month {
	const first = utc(`${month}-01`);
	const start = first - ((new Date(first).getUTCDay() + 6) % 7) * dayMs;
	const end = utc(`${shifted(month, 1)}-01`);
	const weeks = Math.ceil((end - start) / (7 * dayMs));
	const days = Array.from({ length: weeks * 7 }, (_, index) => iso(start + index * dayMs));
	return {
		month,
		previous: shifted(month, -1),
		next: shifted(month, 1),
		days,
		from: days[0]!,
		until: iso(start + weeks * 7 * dayMs)
	};
}
