import { qualities } from '#core/formats/qualities.ts';

/** Best first: what people bring in is mostly good. */
export const qualityNames = qualities
	.filter(({ medium, name }) => medium === 'video' && name !== 'Unknown')
	.map(({ name }) => name)
	.toReversed();
