/** What stands in one line of a preview. */
export type RowKind = 'root' | 'profile' | 'format' | 'movie' | 'series' | 'history' | 'watched';
/** 'new' is not here yet, 'changes' is here and differs, 'same' needs nothing, 'skipped' cannot come. */
export type Standing = 'new' | 'changes' | 'same' | 'skipped';
