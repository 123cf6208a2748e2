import { conflict } from '#server/platform/errors.ts';

/** The exit code that `npm start` answers with a new start; a container's restart policy answers any. */
const restartWanted = 75;

export interface Restart {
	/** Is there anybody who starts Bijou again? */
	possible: boolean;
	now(): void;
}

export function createRestart(env: Readonly<Record<string, string | undefined>>): Restart {
	const possible = env['BIJOU_KEPT'] === '1';
	return {
		possible,
		now() {
			if (!possible) throw conflict('Nothing would start Bijou again here. Restart it where you started it.');
			process.exitCode = restartWanted;
			setImmediate(() => process.kill(process.pid, 'SIGTERM'));
		}
	};
}
