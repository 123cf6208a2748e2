import type { Providers } from '#server/platform/providers.ts';
import type { TaskContext } from '#server/platform/tasks.ts';
import { indexerPort, type ConfiguredIndexer } from './configured.ts';

const atOnce = 4;

/** Who does not answer keeps what it said the last time; its searches will tell that it is gone. */
export async function renewCaps(
	providers: Providers,
	{ signal, progress, log }: Pick<TaskContext, 'signal' | 'progress' | 'log'>
): Promise<string> {
	const queue = providers
		.active<ConfiguredIndexer>(indexerPort)
		.flatMap(({ name, instance: { renewCaps: renew } }) => (renew ? [{ name, renew }] : []));
	const total = queue.length;
	let [done, failed] = [0, 0];
	async function work() {
		for (let next = queue.shift(); next; next = queue.shift()) {
			try {
				await next.renew(signal);
			} catch (error) {
				signal.throwIfAborted();
				failed++;
				log.info({ err: error, indexer: next.name }, 'an indexer did not say what it can do');
			}
			progress(++done / total, next.name);
		}
	}
	await Promise.all(Array.from({ length: atOnce }, work));
	return total ? `${total - failed} of ${total} answered.` : 'No indexer needs to be asked.';
}
