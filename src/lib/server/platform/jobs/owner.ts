import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** Names this start of the program in the leases it takes. */
export const createOwner = (): string => `${hostname()}/${process.pid}/${randomUUID()}`;

/**
 * True when the process behind a lease is known to be gone. A container that starts again has the same host and
 * process id, so our own id under another name is a predecessor. Of other hosts nothing is known: their leases expire.
 */
export function isDead(owner: string): boolean {
	const [host, pid] = owner.split('/');
	if (host !== hostname()) return false;
	return Number(pid) === process.pid || !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
