import type { I18n } from '$lib/i18n/i18n.ts';

/** 114 -> '1 h 54 min' */
export const runtime = (minutes: number, { duration }: I18n): string => duration(minutes * 60_000);
