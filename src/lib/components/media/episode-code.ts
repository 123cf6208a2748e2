const two = (number: number) => String(number).padStart(2, '0');

/** 'S02E05' */
export const episodeCode = (season: number, number: number): string => `S${two(season)}E${two(number)}`;
