/** Many write, one reads: what is pushed comes out in order, until it ends or fails. */
export function createChannel<T>() {
	const queue: T[] = [];
	let ended = false;
	let fault: unknown;
	let wake: (() => void) | undefined;
	const stir = () => {
		wake?.();
		wake = undefined;
	};
	return {
		push(value: T) {
			queue.push(value);
			stir();
		},
		end() {
			ended = true;
			stir();
		},
		fail(error: unknown) {
			fault = error;
			ended = true;
			stir();
		},
		async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
			for (;;) {
				if (queue.length) yield queue.shift()!;
				else if (fault !== undefined) throw fault;
				else if (ended) return;
				else await new Promise<void>((resolve) => (wake = resolve));
			}
		}
	};
}
