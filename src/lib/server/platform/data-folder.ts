import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError, toAppError } from './errors.ts';

/** Makes the folder and proves that it can be written to; answers what is wrong, if anything. */
export function prepareFolder(folder: string): string | undefined {
	const probe = join(folder, `.probe-${process.pid}-${randomBytes(4).toString('hex')}`);
	try {
		makeFolder(folder);
		writeFileSync(probe, '');
		rmSync(probe);
		return undefined;
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const reason = code === 'ENOSPC' ? 'the disk is full' : `${code}`;
		return `the folder ${folder} cannot be written to (${reason}); choose another or mend its owner and permissions`;
	}
}

// Node 24's own `recursive` never returns where the system answers ENOENT for a new entry, as below /proc.
function makeFolder(folder: string): void {
	if (existsSync(folder)) return;
	makeFolder(dirname(folder));
	mkdirSync(folder);
}

/** The secret of this installation, made once. `wx` lets the first of two racing processes win. */
export function secretOf(folder: string): string {
	const file = join(folder, 'secret');
	try {
		writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, {
			mode: 0o600,
			flag: 'wx',
			flush: true
		});
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOSPC') rmSync(file, { force: true });
		if (code !== 'EEXIST') throw unusable(file, error);
	}
	const secret = read(file).trim();
	if (secret.length < 16) throw unusable(file, new Error('it is cut short; put back what it held'));
	return secret;
}

function read(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		throw unusable(file, error);
	}
}

function unusable(file: string, error: unknown): AppError {
	const fault = toAppError(error);
	if (fault.code === 'disk_full') return fault;
	const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
	return new AppError('secret_unusable', `The secret in ${file} cannot be used: ${reason}.`, {
		cause: error
	});
}
