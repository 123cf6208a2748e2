import { type Rule, reject } from '../verdict.ts';

export const protocol: Rule = ({ protocol: by }, { protocols }) =>
	by === undefined || protocols.includes(by)
		? undefined
		: reject('protocol', `It comes by ${by}, for which there is no client.`);
