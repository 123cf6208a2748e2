import type { App } from '#server/app.ts';

/** Releases this house has met, newest first. */
export const knownNames = (app: App, limit = 60): string[] => app.library.releaseNames(limit);
