/**
 * How Node keeps house in the server: what is young has little room, and what is old is swept at twice what lives.
 * By its own measure Node would take several hundred megabytes for the pages of a large library, and keep them.
 */
export const serverFlags = ['--max-semi-space-size=4', '--max-old-space-size=1536'];

/**
 * And how malloc does: few arenas, and what is big goes back at once. By its own measure it would learn from big pieces to keep
 * them, and some thirty megabytes more of an evening's work.
 */
export const serverMemory = {
	MALLOC_ARENA_MAX: '2',
	MALLOC_MMAP_THRESHOLD_: '131072',
	MALLOC_TRIM_THRESHOLD_: '131072'
};
