import type { Writable } from 'node:stream';
import { inspect } from 'node:util';

const levels: Record<number, [label: string, colour: number]> = {
	10: ['TRACE', 90],
	20: ['DEBUG', 90],
	30: ['INFO ', 36],
	40: ['WARN ', 33],
	50: ['ERROR', 31],
	60: ['FATAL', 35]
};

const paint = (colour: number, text: string) => `\u001b[${colour}m${text}\u001b[0m`;

const shown = (value: unknown) =>
	typeof value === 'string' ? value : inspect(value, { breakLength: Infinity });

/** A JSON log line as one readable line (an error's stack follows below). */
export function prettyLine(json: string): string {
	const { level, time, msg, err, ...rest } = JSON.parse(json) as Record<string, unknown>;
	const [label, colour] = levels[Number(level)] ?? [String(level), 37];
	const clock = new Date(Number(time)).toTimeString().slice(0, 8);
	const fields = Object.entries(rest).map(([key, value]) => paint(90, `${key}=${shown(value)}`));
	const fault = err as { message?: string; stack?: string } | undefined;
	const line = [paint(90, clock), paint(colour, label), msg ?? fault?.message ?? '', ...fields].join(' ');
	return fault ? `${line}\n${paint(90, fault.stack ?? String(fault.message))}\n` : `${line}\n`;
}

export const prettyStream = (out: Writable) => ({
	write(json: string) {
		out.write(prettyLine(json));
	}
});
