import { join } from 'node:path';
import type { ArrApp } from '#core/formats/arr/arr-enums.ts';
import { importGuide, type GuideFile } from '#core/formats/arr/import-guide.ts';
import { format, type Format } from '#core/formats/format.ts';
import { createFormatMatcher, FormatFault, type FormatMatcher } from '#core/formats/format-matcher.ts';
import { profile, type Profile } from '#core/formats/profile.ts';
import type { Events } from '#server/events.ts';
import type { Bus } from '#server/platform/bus.ts';
import type { Db } from '#server/platform/db.ts';
import { invalid } from '#server/platform/errors.ts';
import type { Log } from '#server/platform/log.ts';
import type { Module } from '#server/platform/module.ts';
import { createCollection, type Collection, type Kept } from './collection.ts';
import { judge, type Judged, type JudgeOptions } from './judge.ts';
import * as tables from './schema.ts';
import { readFolder } from './shipped.ts';

export type { Collection, Judged, Kept };

export interface Imports {
	formats: number;
	profiles: number;
	/** What could not be taken, in sentences. */
	faults: string[];
}

export interface Profiles extends Module {
	formats: Collection<Format>;
	profiles: Collection<Profile>;
	/** All formats, ready to be held against releases. */
	matcher(): FormatMatcher;
	/** The profile that items without one of their own follow. */
	fallback(): Profile;
	judge(
		names: readonly string[],
		options?: Partial<JudgeOptions> & { profile?: Profile; formats?: readonly Format[] }
	): Judged[];
	importFrom(app: ArrApp, files: readonly GuideFile[]): Imports;
}

interface Deps {
	db: Db;
	bus: Bus<Events>;
	log: Log;
	/** Where definitions/ lies. */
	definitions: string;
	now?: () => number;
}

export function createProfiles({ db, bus, log, definitions, now = Date.now }: Deps): Profiles {
	const shippedFormats = readFolder(join(definitions, 'formats'), format);
	const shippedProfiles = readFolder(join(definitions, 'profiles'), profile);
	for (const { file, line, message } of [...shippedFormats.faults, ...shippedProfiles.faults])
		log.warn({ file, line }, message);

	let ready: FormatMatcher | undefined;
	const changed = () => {
		ready = undefined;
		bus.emit('profiles.changed', {});
	};
	const formats = createCollection({
		db,
		table: tables.formats,
		shipped: shippedFormats.values,
		what: 'format',
		changed,
		now
	});
	const profiles = createCollection({
		db,
		table: tables.profiles,
		shipped: shippedProfiles.values,
		what: 'profile',
		changed,
		now
	});
	const matcher = () => (ready ??= createFormatMatcher(formats.list()));
	const fallback = () => profiles.list().find(({ id }) => id === 'any') ?? profiles.list()[0]!;

	/** A format whose pattern cannot be used is refused before it is kept. */
	function checked(definition: Format): Format {
		try {
			createFormatMatcher([definition]);
			return definition;
		} catch (error) {
			throw error instanceof FormatFault
				? invalid(error.message, [{ path: 'conditions', message: error.message }])
				: error;
		}
	}

	return {
		formats: { ...formats, save: (definition, origin) => formats.save(checked(definition), origin) },
		profiles,
		matcher,
		fallback,
		judge(names, { profile: chosen = fallback(), formats: given, ...options } = {}) {
			const held = given ? createFormatMatcher(given.map(checked)) : matcher();
			return names.map((name) => judge(name, { profile: chosen, matcher: held }, { now: now(), ...options }));
		},
		importFrom(app, files) {
			const guide = importGuide(app, files);
			const faults = [...guide.faults];
			let count = 0;
			for (const definition of guide.formats) {
				try {
					formats.save(checked(definition), 'import');
					count++;
				} catch (error) {
					faults.push(`${definition.name}: ${(error as Error).message}`);
				}
			}
			for (const definition of guide.profiles) profiles.save(definition, 'import');
			return { formats: count, profiles: guide.profiles.length, faults };
		}
	};
}
