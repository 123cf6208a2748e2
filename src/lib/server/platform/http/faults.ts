import { AppError } from '../errors.ts';

export type HttpFaultCode =
	| 'timeout'
	| 'too_large'
	| 'refused_address'
	| 'dns'
	| 'connection'
	| 'tls'
	| 'status'
	| 'decode'
	| 'unexpected';

export function httpFault(
	code: HttpFaultCode,
	message: string,
	extra: { details?: unknown; cause?: unknown } = {}
): AppError {
	return new AppError(code, message, { status: 502, ...extra });
}

const timeouts = new Set([
	'ETIMEDOUT',
	'UND_ERR_CONNECT_TIMEOUT',
	'UND_ERR_HEADERS_TIMEOUT',
	'UND_ERR_BODY_TIMEOUT'
]);
const names = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'ENODATA']);
const tls =
	/^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|EPROTO|INVALID_CA|UND_ERR_PRX_TLS)/;

function chain(error: unknown): unknown[] {
	const found: unknown[] = [];
	for (let fault = error; fault instanceof Error && found.length < 6; fault = fault.cause) found.push(fault);
	return found;
}

/** What undici, Node and OpenSSL throw, in our words. */
export function toHttpFault(error: unknown, host: string): AppError {
	const faults = chain(error);
	const known = faults.find((fault) => fault instanceof AppError);
	if (known) return known as AppError;
	const codes = faults.map((fault) => String((fault as NodeJS.ErrnoException).code ?? ''));
	const cause = error;
	if (codes.some((code) => timeouts.has(code))) {
		return httpFault('timeout', `${host} did not answer in time.`, { cause });
	}
	if (codes.some((code) => names.has(code))) {
		const temporary = codes.includes('EAI_AGAIN');
		return httpFault('dns', `The name ${host} could not be resolved.`, { cause, details: { temporary } });
	}
	if (codes.some((code) => tls.test(code))) {
		const reason = faults.at(-1) as Error;
		return httpFault('tls', `No secure connection to ${host}: ${reason.message}`, { cause });
	}
	const refused = codes.includes('ECONNREFUSED');
	return httpFault(
		'connection',
		refused ? `${host} refused the connection.` : `The connection to ${host} failed.`,
		{ cause }
	);
}
