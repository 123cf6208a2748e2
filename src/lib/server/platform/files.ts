// The one door to the file system for everyone else.
export { freeSpace } from './files/free-space.ts';
export { isPartial } from './files/partial.ts';
export { place } from './files/place.ts';
export type { PlaceMode } from './files/place.ts';
export { clearRemains, placeTree, removeTree } from './files/place-tree.ts';
export { readTree } from './files/read-tree.ts';
export { isInside, safeJoin } from './files/safe-join.ts';
export { writeAtomic } from './files/write-atomic.ts';
export { createTrash } from './trash.ts';
