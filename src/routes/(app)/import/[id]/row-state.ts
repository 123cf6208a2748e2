import type { Row } from './look-rows.svelte.ts';

const looks = {
	ready: 'ready',
	there: 'warning',
	unsure: 'warning',
	unknown: 'warning',
	blocked: 'error',
	refused: 'idle'
} as const;

export type Light = (typeof looks)[keyof typeof looks];

/** How a file fares, as a light and a sentence that is still to be put into the reader's words. */
export function standingOf(row: Row): { light: Light; said: string } {
	if (row.outcome === 'imported') return { light: 'ready', said: 'It has come in.' };
	if (row.outcome === 'failed') return { light: 'error', said: row.fault ?? 'It did not come in.' };
	if (row.collides && row.chosen)
		return { light: 'warning', said: 'Another chosen file would come to the same place; both are kept.' };
	return { light: looks[row.state], said: row.message ?? row.standing[0]?.reason ?? 'Ready' };
}
