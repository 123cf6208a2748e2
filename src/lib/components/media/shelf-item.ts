import type { ShelfItem } from '#core/library/item-query.ts';
import type { I18n } from '$lib/i18n/i18n.ts';

export type Kind = 'movie' | 'series';

export const itemHref = (kind: Kind, id: number): string =>
	kind === 'movie' ? `/movies/${id}` : `/series/${id}`;

/** A series counts as missing while none of it is there; gaps show in its facts. */
export const isMissing = (_kind: Kind, item: Pick<ShelfItem, 'fileCount'>): boolean => item.fileCount === 0;

export const itemProgress = ({ progress, watched }: ShelfItem): number => (watched ? 0 : progress);

/** The line a poster shows on hover. */
export function itemFacts(kind: Kind, item: ShelfItem, { t, bytes }: I18n): string {
	if (kind === 'series')
		return t('{have} of {all} {all|episode|episodes}', {
			have: item.episodeFileCount,
			all: item.episodeCount
		});
	if (item.fileCount === 0) return item.monitored ? t('Missing, looked for') : t('Missing, not looked for');
	return [item.quality, bytes(item.sizeBytes)].filter(Boolean).join(' · ');
}
