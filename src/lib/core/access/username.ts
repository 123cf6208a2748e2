export const usernamePattern = /^[\p{L}\p{N}](?:[\p{L}\p{N}._@+-]{0,62}[\p{L}\p{N}])?$/u;

export const normalizeUsername = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase();

/** Why a user name will not do, or undefined when it will. */
export function usernameFault(typed: string): string | undefined {
	const name = typed.trim().normalize('NFKC');
	if (name === '') return 'Choose a user name.';
	if ([...name].length > 64) return 'Use at most 64 characters for the user name.';
	if (!usernamePattern.test(name))
		return 'Use letters, digits and . _ - + @ for the user name, starting and ending with a letter or digit.';
	return undefined;
}

/** Makes a user name of whatever another service calls somebody. */
export function usernameFrom(foreign: string): string {
	const name = normalizeUsername(foreign)
		.replace(/@.*$/, '')
		.replace(/[^\p{L}\p{N}._+-]+/gu, '-')
		.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
		.slice(0, 60)
		.replace(/[^\p{L}\p{N}]+$/u, '');
	return name || 'guest';
}
