import { closeSync, write, writeSync } from 'node:fs';

export interface LineWriter {
	write(line: string): void;
	/** Resolves when everything is written that could be; the file is closed then. */
	end(): Promise<void>;
}

interface LineWriterOptions {
	/** Lines beyond this wait for nobody: a reader that stands still must not fill our memory. */
	maxWaiting?: number;
}

const retryMs = 100;
const standardStreams = 2;
const isBusy = (error: NodeJS.ErrnoException) => error.code === 'EAGAIN' || error.code === 'EBUSY';

const open = new Set<{ writeRest(): void }>();
process.on('exit', () => {
	for (const writer of open) writer.writeRest();
});

/**
 * Appends to an open file in the background, in order. What cannot be written is lost and never waited for: a full disk
 * must not keep the program from working, or from ending.
 */
export function lineWriter(fd: number, { maxWaiting = 4 * 1024 * 1024 }: LineWriterOptions = {}): LineWriter {
	let waiting = '';
	let underWay: Buffer | undefined;
	let pausing = false;
	let ended: PromiseWithResolvers<void> | undefined;

	function pour() {
		if (underWay) return;
		if (waiting) {
			underWay = Buffer.from(waiting);
			waiting = '';
			writeOn();
		} else if (ended) finish();
	}

	function writeOn() {
		pausing = false;
		write(fd, underWay!, (error, written) => {
			if (error && isBusy(error)) {
				pausing = true;
				setTimeout(writeOn, retryMs).unref();
				return;
			}
			underWay = error ? undefined : underWay?.subarray(written);
			// The line that was cut must not spoil the next.
			if (error && waiting) waiting = `\n${waiting}`;
			if (underWay?.length) return writeOn();
			underWay = undefined;
			pour();
		});
	}

	function finish() {
		open.delete(writer);
		if (fd > standardStreams) closeSync(fd);
		ended?.resolve();
	}

	const writer = {
		writeRest() {
			const rest = Buffer.concat([pausing && underWay ? underWay : Buffer.of(), Buffer.from(waiting)]);
			waiting = '';
			try {
				for (let at = 0; at < rest.length;) at += writeSync(fd, rest, at);
			} catch {
				// There is nobody left to tell.
			}
		},
		write(line: string) {
			if (ended || waiting.length + line.length > maxWaiting) return;
			waiting += line;
			pour();
		},
		end() {
			if (ended) return ended.promise;
			ended = Promise.withResolvers<void>();
			pour();
			return ended.promise;
		}
	};
	open.add(writer);
	return writer;
}
