import { type Rule, reject } from '../verdict.ts';

export const junkName: Rule = ({ parsed }) =>
	parsed.reject ? reject('junk-name', 'The name says nothing: it is a hash or was obfuscated.') : undefined;
