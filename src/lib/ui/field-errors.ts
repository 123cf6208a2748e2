/** What an action's `fail` carries. */
export interface FormFault {
	message: string;
	code?: string;
	details?: unknown;
}

/** Fault details -> first message by top-level key; a fault inside a list belongs to the list's field. */
export function fieldErrors(fault: FormFault | undefined, prefix = ''): Record<string, string> {
	const errors: Record<string, string> = {};
	const details = Array.isArray(fault?.details)
		? (fault.details as { path?: string; message?: string }[])
		: [];
	for (const { path = '', message } of details) {
		const key = (path.startsWith(prefix) ? path.slice(prefix.length) : path).split('.')[0];
		if (key && message) errors[key] ??= message;
	}
	return errors;
}
