export type Origin = 'shipped' | 'changed' | 'own' | 'import';

export const originTitles: Record<Origin, string> = {
	shipped: 'Comes with Bijou',
	changed: 'Changed here',
	own: 'Made here',
	import: 'Imported'
};
