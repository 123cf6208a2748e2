import { hash, randomBytes } from 'node:crypto';

/** 256 bits that fit into a link. */
export const newToken = (prefix = ''): string => prefix + randomBytes(32).toString('base64url');

/** Tokens of full strength need no slow hash. */
export const hashToken = (token: string): string => hash('sha256', token);

export const newId = (): string => randomBytes(12).toString('base64url');
