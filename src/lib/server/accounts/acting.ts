import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '#core/access/permissions.ts';

export interface Acting {
	actor?: Actor | undefined;
	ip: string;
}

const storage = new AsyncLocalStorage<Acting>();

export const acting = <T>(who: Acting, run: () => T): T => storage.run(who, run);
export const whoActs = (): Acting | undefined => storage.getStore();
