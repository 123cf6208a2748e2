import type { SettingSpec } from '#core/definition/definition.ts';
import type { SettingValues } from '#core/definition/variables.ts';

const secretNames = /pass|cookie|key|token|secret|pid|2fa|auth/i;
const shortestSecret = 4;

/** Removes the secrets among the settings from texts that people and logs see. */
export function createMask(
	specs: readonly SettingSpec[],
	settings: SettingValues,
	cookie = ''
): (text: string) => string {
	const secrets = specs
		.filter((spec) => spec.type === 'password' || secretNames.test(spec.name))
		.map((spec) => String(settings[spec.name] ?? ''))
		.concat(cookie)
		.filter((secret) => secret.length >= shortestSecret)
		.flatMap((secret) => [
			secret,
			encodeURIComponent(secret),
			encodeURIComponent(secret).replaceAll('%20', '+')
		]);
	return (text) => secrets.reduce((masked, secret) => masked.replaceAll(secret, '••••••'), text);
}
