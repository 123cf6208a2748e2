import { tryFormat, type Trial } from '#core/decision/try-format.ts';
import type { Format } from '#core/formats/format.ts';

export interface TryWork {
	format: Format;
	names: readonly string[];
	kind: 'movie' | 'series' | undefined;
}

export default function tryFormatOn({ format, names, kind }: TryWork): Trial[] {
	return tryFormat(format, names, { kind });
}
