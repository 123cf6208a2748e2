/** What stands in one line of a preview. */
export type RowKind = 'root' | 'profile' | 'format' | 'movie' | 'series' | 'history' | 'watched';
/** 'new' is not here yet, 'changes' is here and differs, 'same' needs nothing, 'skipped' cannot come. */
export type Standing = 'new' | 'changes' | 'same' | 'skipped';

/** A sentence with its values apart, so that it can be said in any language. */
export interface Said {
	text: string;
	values?: Record<string, string | number>;
}

export const said = (text: string, values?: Record<string, string | number>): Said =>
	values ? { text, values } : { text };
