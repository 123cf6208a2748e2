import { AppError } from '#server/platform/errors.ts';

const always =
	/^\/(?:setup(?:\/|$)|api\/(?:health|ready)$|_app\/|favicon|icons\/|manifest\.webmanifest$|offline\.html$|robots\.txt$|service-worker\.js$)/;
const forPrograms = /^\/(?:api|torznab|strm|stream|media|livetv|ws)(?:\/|$)/;

export const setupRequired = () =>
	new AppError(
		'setup_required',
		'Bijou is not set up yet. Open it in a browser to create the first account.',
		{
			status: 503
		}
	);

/** What becomes of a request while nobody has an account. */
export function setupGate(pathname: string): 'pass' | 'redirect' | 'refuse' {
	if (always.test(pathname)) return 'pass';
	return forPrograms.test(pathname) ? 'refuse' : 'redirect';
}
