export const minPasswordLength = 8;
export const maxPasswordLength = 256;

/** The ones tried first by everyone who guesses; anything shorter than eight is refused before it gets here. */
const common = new Set(
	`12345678 123456789 1234567890 12341234 11111111 00000000 87654321 11223344 88888888 66666666 password password1
	passw0rd p@ssw0rd passwort passwort1 qwertyui qwertyuiop qwerty123 qwertz123 qwertzui 1q2w3e4r 1qaz2wsx q1w2e3r4
	asdfghjk asdfasdf asdf1234 zxcvbnm1 iloveyou sunshine princess football baseball superman trustno1 starwars
	whatever dragon123 monkey123 letmein1 welcome1 welcome123 hallo123 hallohallo schalke04 admin123 administrator
	changeme changeme1 default1 test1234 testtest abcd1234 abc12345 abcdefgh aaaaaaaa michael1 computer internet
	sommer2024 summer2024 bijou123 bijoubijou mediathek plexplex jellyfin secret123 geheim123 password123 password!`.split(
		/\s+/
	)
);

/** Why a password will not do, or undefined when it will. */
export function passwordFault(password: string, username = ''): string | undefined {
	const length = [...password].length;
	if (length < minPasswordLength) return `Use at least ${minPasswordLength} characters.`;
	if (length > maxPasswordLength) return `Use at most ${maxPasswordLength} characters.`;
	const plain = password.toLowerCase();
	if (common.has(plain)) return 'This password is one of the first that anyone would try. Choose another.';
	if (new Set(plain).size < 3) return 'This password repeats too few characters. Choose another.';
	const name = username.toLowerCase();
	if (name.length > 2 && plain.replace(/[\d\W]+$/, '') === name)
		return 'The password must not be the user name.';
	return undefined;
}
