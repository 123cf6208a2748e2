import { z } from 'zod';

export const definitionId = z
	.string()
	.regex(/^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{M}\p{N}-]*$/u, 'use small letters, digits and dashes');
