const names =
	'[\\w-]*(?:password|passwd|passphrase|secret|token|api[-_]?key|passkey|authkey|rsskey|torrent_pass|authorization|cookie|private[-_]?key|(?:backup|recovery)[-_]?codes?|totp|otp)s?';

/** One JSON string, or an array of them; the first group keeps quotes that are escaped inside a JSON string. */
const jsonField = new RegExp(
	`(\\\\*")(${names})\\1(\\s*:\\s*)(?:\\1(?:(?!\\1)(?:\\\\.|[^\\\\]))*\\1|\\[[^\\][{}]*\\])`,
	'gi'
);
const queryField = new RegExp(`([?&;](?:${names}|pass|pwd|sig|signature|auth)=)[^&\\s"'\\\\#<>]+`, 'gi');
const headerField = /\b((?:proxy-)?authorization|x-api-key|set-cookie|cookie)(: ?)[^"\\\r\n]+/gi;
const credentials = /\b(Bearer|Basic)\s+[\w+/=.~-]{8,}/g;
const userInfo = /(\b[a-z][a-z0-9+.-]*:\/\/)[^/\s"@:]*:[^/\s"@]+@/gi;

/** Takes secrets out of text that will be kept: log lines (JSON or plain), job logs, messages of outside programs. */
export function redact(text: string): string {
	return text
		.replace(jsonField, '$1$2$1$3$1[redacted]$1')
		.replace(queryField, '$1[redacted]')
		.replace(headerField, '$1$2[redacted]')
		.replace(credentials, '$1 [redacted]')
		.replace(userInfo, '$1[redacted]@');
}
