const names =
	'[\\w-]*(?:password|passwd|passphrase|secret|token|api[-_]?key|passkey|authkey|rsskey|torrent_pass|authorization|cookie|private[-_]?key|(?:backup|recovery)[-_]?codes?|totp|otp)s?';

// Within a JSON string that holds JSON the quotes are escaped: whatever opened the name (`\1`) ends every string.
const text = '\\1(?:(?!\\1)(?:\\\\.|[^\\\\]))*\\1';
const jsonField = new RegExp(
	`(\\\\*")(${names})\\1(\\s*:\\s*)(?:${text}|\\[\\s*(?:${text}\\s*,?\\s*)*\\])`,
	'gi'
);
const queryField = new RegExp(`([?&;](?:${names}|pass|pwd|sig|signature|auth)=)[^&\\s"'\\\\#<>]+`, 'gi');
const headerField = /\b((?:proxy-)?authorization|x-api-key|set-cookie|cookie)(: ?)(?:\\[^rn]|[^"\\\r\n])+/gi;
const credentials = /\b(Bearer|Basic)\s+[\w+/=.~-]{8,}/g;
const userInfo = /(\b[a-z][a-z0-9+.-]*:\/\/)[^/\s"@:]*:[^/\s"@]+@/gi;

/** Takes secrets out of text that will be kept: log lines (JSON or plain), job logs, messages of outside programs. */
export function redact(given: string): string {
	return given
		.replace(jsonField, '$1$2$1$3$1[redacted]$1')
		.replace(queryField, '$1[redacted]')
		.replace(headerField, '$1$2[redacted]')
		.replace(credentials, '$1 [redacted]')
		.replace(userInfo, '$1[redacted]@');
}
