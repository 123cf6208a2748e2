import type { Said } from '#core/text/said.ts';
import type { JobDefinition } from './jobs.ts';
import type { TaskDefinition } from './tasks.ts';

export type CheckState = 'ready' | 'degraded' | 'needs-configuration';

export interface CheckResult {
	state: CheckState;
	/** In English, with places for `values`; pages say it in their own language. */
	message: string;
	values?: Said['values'];
	/** The way to mend it. */
	action?: { label: string; href: string };
}

export interface Check {
	name: string;
	title: string;
	/** Without it nothing works: `/api/ready` answers 503. */
	essential?: boolean;
	run(): CheckResult | Promise<CheckResult>;
}

/** What every domain's `createX(deps)` returns besides its own methods. */
export interface Module {
	tasks?: TaskDefinition[];
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- jobs of all payloads stand in one list
	jobs?: JobDefinition<any>[];
	checks?: Check[];
	start?(signal: AbortSignal): void | Promise<void>;
	stop?(): void | Promise<void>;
}
