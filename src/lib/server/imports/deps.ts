import type { Bus } from '#server/platform/bus.ts';
import type { Db } from '#server/platform/db.ts';
import type { Workers } from '#server/platform/workers.ts';
import type { Events } from '#server/events.ts';
import type { Library } from '#server/library/module.ts';
import type { Metadata } from '#server/metadata/module.ts';
import type { Turns } from './turns.ts';

/** What every step of the road needs. */
export interface Road {
	db: Db;
	bus: Bus<Events>;
	workers: Workers;
	library: Pick<Library, 'intake' | 'refresh' | 'roots'>;
	metadata: Pick<Metadata, 'hasTmdb'>;
	/** One file of an item comes in at a time: what stands there has to be known. */
	inTurn: Turns;
	now(): number;
}
