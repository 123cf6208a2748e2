import { expect, test } from 'vitest';
import { createShare } from './share.ts';

function bench() {
	const clock = { now: 0 };
	const share = createShare<string>({
		lifeMs: () => 1000,
		mostWeight: 3,
		weigh: () => 1,
		now: () => clock.now
	});
	return { clock, share };
}
const untilAborted = (signal: AbortSignal) =>
	new Promise<string>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

test('who asks the same at the same time shares one answer, which is kept for a while', async () => {
	const { share, clock } = bench();
	let asked = 0;
	const work = async () => `answer ${++asked}`;
	expect(await Promise.all([share.get('a', undefined, work), share.get('a', undefined, work)])).toEqual([
		'answer 1',
		'answer 1'
	]);
	clock.now = 999;
	expect(await share.get('a', undefined, work)).toBe('answer 1');
	clock.now = 1001;
	expect(await share.get('a', undefined, work)).toBe('answer 2');
});

test('the work ends when the last who waits has gone, not before', async () => {
	const { share } = bench();
	const [one, other] = [new AbortController(), new AbortController()];
	let work: AbortSignal | undefined;
	const start = (signal: AbortSignal) => untilAborted((work = signal));
	const waits = [share.get('a', one.signal, start), share.get('a', other.signal, start)].map((wait) =>
		wait.catch(() => 'gone')
	);
	one.abort();
	await waits[0];
	expect(work!.aborted).toBe(false);
	other.abort();
	await Promise.all(waits);
	expect(work!.aborted).toBe(true);
});

test('failures are not kept, and no more than fits is', async () => {
	const { share } = bench();
	const failing = () => Promise.reject(new Error('no'));
	await expect(share.get('a', undefined, failing)).rejects.toThrow('no');
	for (const key of ['a', 'b', 'c', 'd']) await share.get(key, undefined, async () => key);
	expect(['a', 'b', 'c', 'd'].map(share.peek)).toEqual([undefined, 'b', 'c', 'd']);
});
