/** Where our own edge writes the visitor's address; it replaces whatever came from outside under this name. */
export const addressHeader = 'x-bijou-client-address';
