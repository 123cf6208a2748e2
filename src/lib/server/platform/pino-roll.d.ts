declare module 'pino-roll' {
	import type { SonicBoom, SonicBoomOpts } from 'sonic-boom';
	export default function roll(
		options: Omit<SonicBoomOpts, 'dest' | 'fd'> & {
			file: string;
			extension?: string;
			dateFormat?: string;
			frequency?: 'daily' | 'hourly' | number;
			size?: string | number;
			limit?: { count: number; removeOtherLogFiles?: boolean };
		}
	): Promise<SonicBoom>;
}
