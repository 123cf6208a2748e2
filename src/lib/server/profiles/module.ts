import type { ArrApp } from '#core/formats/arr/arr-enums.ts';
import type { GuideFile } from '#core/formats/arr/import-guide.ts';
import { judge, type Comparison, type JudgeOptions } from '#core/decision/judge.ts';
import type { Format } from '#core/formats/format.ts';
import { createFormatMatcher, type FormatMatcher } from '#core/formats/format-matcher.ts';
import type { Profile } from '#core/formats/profile.ts';
import type { Trial } from '#core/decision/try-format.ts';
import type { Events } from '#server/events.ts';
import type { Bus } from '#server/platform/bus.ts';
import type { Db } from '#server/platform/db.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import type { Log } from '#server/platform/log.ts';
import type { Module } from '#server/platform/module.ts';
import type { Workers } from '#server/platform/workers.ts';
import { arrivals, type Arrival } from './arrivals.ts';
import type { ExportKind, Written } from './bundle.ts';
import { createCollection, type Collection } from './collection.ts';
import type { JudgeWork } from './judge-names.worker.ts';
import * as tables from './schema.ts';
import { readShipped } from './shipped.ts';
import { soundFormat, soundProfile } from './sound.ts';
import type { TryWork } from './try-format.worker.ts';

export type { Arrival, Collection, Comparison, ExportKind, Trial, Written };

export interface Imports {
	formats: number;
	profiles: number;
	items: Arrival[];
	/** What could not be taken, in sentences. */
	faults: string[];
	/** What was not needed, in sentences. */
	left: string[];
}

interface ImportOptions {
	/** Only tells what would be taken. */
	preview?: boolean;
	/** Takes these ids only. */
	only?: readonly string[] | undefined;
}

export interface Profiles extends Module {
	formats: Collection<Format>;
	profiles: Collection<Profile>;
	/** All formats, ready to be held against releases. */
	matcher(): FormatMatcher;
	/** The profile that items without one of their own follow. */
	fallback(): Profile;
	/** Verdicts on names alone, and how they rank. `formats` stand in for all that are kept. */
	judge(
		names: readonly string[],
		options?: Partial<JudgeOptions> & { profile?: Profile; formats?: readonly Format[] | undefined }
	): Promise<Comparison>;
	/** One format, saved or not, condition by condition. */
	tryFormat(format: Format, names: readonly string[], options?: Pick<JudgeOptions, 'kind'>): Promise<Trial[]>;
	importFrom(app: ArrApp, files: readonly GuideFile[], options?: ImportOptions): Promise<Imports>;
	exportFormats(ids: readonly string[] | undefined, as: ExportKind): Promise<Written>;
	exportProfile(id: string): Promise<Written>;
}

interface Deps {
	db: Db;
	bus: Bus<Events>;
	log: Log;
	workers: Workers;
	now?: () => number;
}

/** So much is judged within some milliseconds; more goes to a thread. */
const fewCharacters = 40_000;
const patienceMs = 4_000;
const charactersIn = (names: readonly string[]) => names.reduce((sum, { length }) => sum + length, 0);

/** What reads and writes files of definitions. */
const bundle = () => import('./bundle.ts');

export async function createProfiles({ db, bus, log, workers, now = Date.now }: Deps): Promise<Profiles> {
	const shipped = await readShipped();
	for (const { file, line, message } of shipped.faults) log.warn({ file, line }, message);

	let ready: FormatMatcher | undefined;
	const changed = () => {
		ready = undefined;
		bus.emit('profiles.changed', {});
	};
	const formats = createCollection({
		db,
		table: tables.formats,
		shipped: shipped.formats,
		what: 'format',
		changed,
		now
	});
	const profiles = createCollection({
		db,
		table: tables.profiles,
		shipped: shipped.profiles,
		what: 'profile',
		changed,
		now
	});
	const matcher = () => (ready ??= createFormatMatcher(formats.list()));
	const fallback = () => profiles.list().find(({ id }) => id === 'any') ?? profiles.list()[0]!;

	/** What is not proven to be quick runs where it holds up nobody, and not for ever. */
	async function aside<I, O>(worker: string, work: I): Promise<O> {
		try {
			return await workers.run<I, O>(worker, work, { timeoutMs: patienceMs });
		} catch (error) {
			if (error instanceof AppError && error.code === 'timeout')
				throw invalid('These patterns take too long on these names. Make them simpler, or try fewer names.');
			throw error;
		}
	}

	return {
		formats: { ...formats, save: (definition, origin) => formats.save(soundFormat(definition), origin) },
		profiles: { ...profiles, save: (definition, origin) => profiles.save(soundProfile(definition), origin) },
		matcher,
		fallback,
		async judge(names, { profile: chosen = fallback(), formats: given, ...rest } = {}) {
			const options = { now: now(), ...rest };
			if (!given && charactersIn(names) <= fewCharacters)
				return judge(names, { profile: chosen, matcher: matcher() }, options);
			const work = { names, profile: chosen, formats: given?.map(soundFormat) ?? formats.list(), options };
			return aside<JudgeWork, Comparison>('judge-names', work);
		},
		async tryFormat(definition, names, { kind } = {}) {
			return aside<TryWork, Trial[]>('try-format', { format: soundFormat(definition), names, kind });
		},
		async importFrom(app, files, { preview = false, only } = {}) {
			const { readBundle } = await bundle();
			const { faults, left, ...found } = readBundle(app, files);
			const wanted = <T extends { id: string }>(all: readonly T[]) =>
				all.filter(({ id }) => only?.includes(id) ?? true);
			const [newFormats, newProfiles] = [wanted(found.formats), wanted(found.profiles)];
			const items = [
				...arrivals('profile', profiles, newProfiles),
				...arrivals('format', formats, newFormats)
			];
			if (!preview) {
				formats.saveAll(newFormats, 'import');
				profiles.saveAll(newProfiles, 'import');
			}
			return { formats: newFormats.length, profiles: newProfiles.length, items, faults, left };
		},
		async exportFormats(ids, as) {
			const { writeFormats } = await bundle();
			const chosen = ids
				? ids.map((id) => formats.get(id))
				: formats.list().filter(({ origin }) => origin !== 'shipped');
			return writeFormats(chosen, as);
		},
		exportProfile: async (id) => (await bundle()).writeProfile(profiles.get(id))
	};
}
