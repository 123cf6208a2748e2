import { readFileSync } from 'node:fs';

type Env = Record<string, string | undefined>;

const secretName = /(?:^|_)(?:SECRET|PASSWORD|TOKEN|API_KEY|KEY)$|^INIT_ADMIN_USER$/;

/** Reads `NAME_FILE` into `NAME` for everything that is named like a secret, or comes with one; empty variables count as unset. */
export function readSecretFiles(given: Env): { env: Env; faults: string[] } {
	const env: Env = Object.fromEntries(Object.entries(given).filter(([, value]) => value?.trim()));
	const faults: string[] = [];
	for (const [variable, path] of Object.entries(env)) {
		const name = variable.replace(/_FILE$/, '');
		if (name === variable || !path || !secretName.test(name)) continue;
		if (env[name] !== undefined) {
			faults.push(`${variable}: set either ${name} or ${variable}, not both`);
			continue;
		}
		try {
			env[name] = readFileSync(path, 'utf8').trim();
			if (!env[name]) faults.push(`${variable}: ${path} is empty`);
		} catch (error) {
			faults.push(`${variable}: ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`);
		}
	}
	return { env, faults };
}
