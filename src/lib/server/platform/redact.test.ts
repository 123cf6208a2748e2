import { expect, test } from 'vitest';
import { redact } from './redact.ts';

test.each([
	['{"password":"hunter2"}', '{"password":"[redacted]"}'],
	['{"a":{"newPassword":"h\\"2","b":1}}', '{"a":{"newPassword":"[redacted]","b":1}}'],
	['{"set-cookie":["a=1","b=2"],"x":"y"}', '{"set-cookie":"[redacted]","x":"y"}'],
	['{"body":"{\\"apiKey\\":\\"k1\\",\\"x\\":1}"}', '{"body":"{\\"apiKey\\":\\"[redacted]\\",\\"x\\":1}"}'],
	['{"url":"http://i/api?t=search&apikey=k1&q=x"}', '{"url":"http://i/api?t=search&apikey=[redacted]&q=x"}'],
	['http://t/announce?passkey=abc', 'http://t/announce?passkey=[redacted]'],
	['GET /ws?access_token=abc HTTP', 'GET /ws?access_token=[redacted] HTTP'],
	['ftp://ann:pw@host/x', 'ftp://[redacted]@host/x'],
	['sent Bearer abcdefgh.ijk-l', 'sent Bearer [redacted]'],
	['X-Api-Key: abc', 'X-Api-Key: [redacted]'],
	[
		'{"headers":{"authorization":"Basic abc","accept":"*/*"}}',
		'{"headers":{"authorization":"[redacted]","accept":"*/*"}}'
	]
])('%s', (text, expected) => expect(redact(text)).toBe(expected));

test.each([
	'{"msg":"2 passwords were changed","tokens":5}',
	'http://host/path?q=token&page=2',
	'Basic things: a bearer of news',
	'{"path":"/films/Secret (2007)/Secret.mkv"}'
])('%s is left as it is', (text) => expect(redact(text)).toBe(text));

test('what was JSON stays JSON', () => {
	const line = JSON.stringify({
		secret: 'a"b\\',
		token: '\\',
		list: { cookies: ['"]', 'x'] },
		msg: 'Cookie: a="b"'
	});
	const parsed = JSON.parse(redact(line)) as Record<string, unknown>;
	expect(parsed).toMatchObject({ secret: '[redacted]', token: '[redacted]', msg: 'Cookie: [redacted]' });
	expect(redact(line)).not.toContain('"x"');
});
