const steps: [width: number, height: number, name: string][] = [
	[3200, 1800, '2160p'],
	[1800, 1000, '1080p'],
	[1200, 690, '720p'],
	[0, 560, '576p'],
	[0, 1, '480p']
];

/** Films are often less high than their step: the width tells as well. */
export const resolutionOf = (width = 0, height = 0): string | undefined =>
	steps.find(([w, h]) => height >= h || (w > 0 && width >= w))?.[2];

/** The least that a picture of this size can be, where no name says how it came about. */
export const qualityBySight = (resolution: string | undefined): string | undefined =>
	resolution === '480p' || resolution === '576p' ? 'SDTV' : resolution && `HDTV-${resolution}`;
