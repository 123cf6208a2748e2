/** A release name as it is told from others, however it was written. */
export const normalizedName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '.');
