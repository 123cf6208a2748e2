import { type Rule, reject } from '../verdict.ts';

const sampleName = /(?:^|[\s._-])sample(?:[\s._-]*(?:\.\w{2,4})?)$/i;

export const sample: Rule = ({ parsed, title }) => {
	if (parsed.extraType === 'sample' || sampleName.test(title)) return reject('sample', 'It is a sample.');
	return parsed.extraType && parsed.extraType !== 'unknown'
		? reject('sample', `It is not the thing itself but a ${parsed.extraType}.`)
		: undefined;
};
