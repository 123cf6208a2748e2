import { AppError, invalid, toAppError, upstream } from '#server/platform/errors.ts';
import type { BringApp } from './schema.ts';

export const appNames: Record<BringApp, string> = {
	sonarr: 'Sonarr',
	radarr: 'Radarr',
	jellyfin: 'Jellyfin'
};
const keyPlaces: Record<BringApp, string> = {
	sonarr: 'Settings > General > Security',
	radarr: 'Settings > General > Security',
	jellyfin: 'Dashboard > API Keys'
};

/** The address without what people copy along with it. */
export function checkAddress(address: string): string {
	const given = address.trim();
	const whole = /^[a-z]+:\/\//i.test(given) ? given : `http://${given}`;
	if (!URL.canParse(whole) || !/^https?:/i.test(whole))
		throw invalid('The address looks like http://192.168.1.10:8989.', [
			{ path: 'address', message: 'This is no address.' }
		]);
	const { origin, pathname } = new URL(whole);
	return origin + pathname.replace(/\/(?:api(?:\/v3)?|web(?:\/index\.html)?)?\/*$/i, '').replace(/\/+$/, '');
}

/** What a fault on the way to the other program means to a person. */
export function refused(error: unknown, app: BringApp, base: string): AppError {
	const fault = toAppError(error);
	const name = appNames[app];
	const say = (message: string) => upstream(message, error);
	const status = (fault.details as { status?: number } | undefined)?.status;
	if (fault.code === 'internal' && (error as Error)?.name === 'AbortError') throw error;
	if (fault.code === 'status' && (status === 401 || status === 403))
		return say(`${name} does not accept this key. Copy it from ${keyPlaces[app]} in ${name}.`);
	if (fault.code === 'status' && status === 404)
		return say(
			`There is no ${name} at ${base}. If it has a URL base, add it to the address, as in ${new URL(base).origin}/${app}.`
		);
	if (fault.code === 'status') return say(`${name} answered with status ${status}. Look into its log.`);
	if (fault.code === 'unexpected') return say(`Something answers at ${base}, but it is not ${name}.`);
	if (fault.code === 'connection' || fault.code === 'dns' || fault.code === 'timeout')
		return say(
			`${name} cannot be reached at ${base}: ${fault.message} Is it running, and is the port right?`
		);
	return fault;
}

export const wrongProgram = (app: BringApp, found: string, base: string) =>
	upstream(`${found} answers at ${base}, not ${appNames[app]}. Choose ${found} or another address.`);
