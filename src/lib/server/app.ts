/** What routes may ask: the platform and one member a domain. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface App {}
