const names = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;
const pattern = /^\s*(\d+(?:[.,]\d+)?)\s*([kmgtp]?)(i?)b?(?:yte|ytes)?\s*$/i;

/** In decimal steps, as disks are sold: 1536 is 1.5 of the first. */
export function byteStep(bytes: number): { value: number; step: number; digits: number } {
	const size = Math.max(0, bytes);
	const step = size < 1000 ? 0 : Math.min(names.length - 1, Math.floor(Math.log10(size) / 3));
	const value = size / 1000 ** step;
	return { value, step, digits: step > 0 && value < 100 ? 1 : 0 };
}

/** 1536 -> '1.5 kB', as the pages write it in English. */
export function formatBytes(bytes: number): string {
	const { value, step, digits } = byteStep(bytes);
	return `${Number(value.toFixed(digits))} ${names[step]}`;
}

/** '1.4 GB', '700MiB', '512' -> bytes, in steps of 1024 as sites mean them; undefined when it is no size. */
export function parseBytes(text: string): number | undefined {
	const match = pattern.exec(text);
	if (!match) return undefined;
	const step = ['', 'k', 'm', 'g', 't', 'p'].indexOf(match[2]!.toLowerCase());
	return Math.round(Number(match[1]!.replace(',', '.')) * 1024 ** step);
}
