/**
 * How Node keeps house in the server: what is young has little room, and what is old is swept at twice what lives.
 * By its own measure Node would take several hundred megabytes for the pages of a large library, and keep them.
 */
export const serverFlags = ['--max-semi-space-size=4', '--max-old-space-size=1536'];
