const names = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;
const pattern = /^\s*(\d+(?:[.,]\d+)?)\s*([kmgtp]?)(i?)b?(?:yte|ytes)?\s*$/i;

/** 1536 -> '1.5 KiB'. */
export function formatBytes(bytes: number): string {
	let step = 0;
	let amount = Math.max(0, bytes);
	while (amount >= 1024 && step < names.length - 1) {
		amount /= 1024;
		step += 1;
	}
	const digits = step === 0 || amount >= 100 ? 0 : 1;
	return `${amount.toFixed(digits).replace(/\.0$/, '')} ${names[step]}`;
}

/** '1.4 GB', '700MiB', '512' -> bytes, in steps of 1024 as sites mean them; undefined when it is no size. */
export function parseBytes(text: string): number | undefined {
	const match = pattern.exec(text);
	if (!match) return undefined;
	const step = ['', 'k', 'm', 'g', 't', 'p'].indexOf(match[2]!.toLowerCase());
	return Math.round(Number(match[1]!.replace(',', '.')) * 1024 ** step);
}
