/** What a change of the library may be. */
export const changeKinds = [
	'deleted',
	'renamed',
	'edited',
	'matched',
	'reordered',
	'assigned',
	'added',
	'imported',
	'other'
] as const;

export type ChangeKind = (typeof changeKinds)[number];
