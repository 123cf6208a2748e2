import type { Message } from './topics.ts';

export interface Since {
	epoch: string;
	seq: number;
}

/** The last messages, so that a client which was away hears what it missed. */
export function createRing(epoch: string, size: number) {
	const kept: { seq: number; message: Message }[] = [];
	let seq = 0;
	return {
		epoch,
		get seq() {
			return seq;
		},
		add(message: Message): number {
			kept.push({ seq: ++seq, message });
			if (kept.length > size) kept.shift();
			return seq;
		},
		/** Nothing when it cannot be told any more: the client has to reload everything. */
		after(since: Since): Message[] | undefined {
			const oldest = kept[0]?.seq ?? seq + 1;
			if (since.epoch !== epoch || since.seq > seq || since.seq < oldest - 1) return undefined;
			const missed = kept.filter((entry) => entry.seq > since.seq).map((entry) => entry.message);
			const byKey = new Map(missed.map((message) => [`${message.topic} ${message.id}`, message]));
			return [...byKey.values()];
		}
	};
}
