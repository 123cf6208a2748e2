import { type Rule, reject } from '../verdict.ts';

export const dangerousExtension: Rule = ({ title, files = [] }, { limits }) => {
	const isDangerous = (name: string) =>
		limits.dangerousExtensions.includes(/\.([a-z0-9]+)\s*$/i.exec(name)?.[1]?.toLowerCase() ?? '');
	const name = [title, ...files].find(isDangerous);
	return name === undefined
		? undefined
		: reject('dangerous-extension', `"${name}" is a program or a script, not media.`);
};
