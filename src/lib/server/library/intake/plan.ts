import { lstat, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { besideExisting, destinationKey, discBeside } from '#core/importing/destination-key.ts';
import { isDisc } from '#core/library/disc.ts';
import type { Parsed } from '#core/release/types.ts';
import { rawDb, type Db } from '#server/platform/db.ts';
import { toAppError } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Metadata } from '#server/metadata/module.ts';
import type { Profiles } from '#server/profiles/module.ts';
import { tableOf } from '../item-table.ts';
import type { Naming } from '../change/rename.ts';
import { isSourceFault, type Facts } from '../identify/ask.ts';
import type { ItemKind, SeriesType } from '../schema/folders.ts';
import { ensureEpisodes, numbersOf, type Numbers } from './episodes.ts';
import type { IntakeFile } from './intake-file.ts';
import { nameOf } from './name-of.ts';
import { presentFiles, type Present } from './present.ts';
import { chooseRoot, type Root } from './root.ts';
import { ensureItem, factsOfNew, type IntakeTarget } from './target.ts';

export interface IntakeContext {
	db: Db;
	metadata: Pick<Metadata, 'sources' | 'artwork'>;
	profiles: Pick<Profiles, 'profiles' | 'matcher' | 'fallback'>;
	naming(): Naming;
	mayProbe(): boolean;
	now(): number;
}

/** Files that become part of one film or series. */
export interface IntakeGroup {
	target: IntakeTarget;
	/** Where an item that stands nowhere yet goes; one is chosen when absent. */
	rootFolderId?: number | null | undefined;
	profileId?: string | null | undefined;
}

export interface Planned {
	/** Of the item, when it is in the library. */
	itemId: number | null;
	title: string;
	year: number | null;
	rootFolderId: number | null;
	root: string | null;
	/** The item's folder, and the file's path, below the root folder. */
	folder: string | null;
	path: string | null;
	/** "S01E02 · The Title" */
	episodes: string[];
	existing: Present[];
	problem?: string;
}

export interface ItemRow {
	id: number;
	title: string;
	year: number | null;
	libraryId: number;
	rootFolderId: number | null;
	folder: string | null;
	seriesType: SeriesType;
	source: string;
}

export const itemRow = (db: Db, kind: ItemKind, id: number) =>
	prepared(
		db,
		`SELECT id, title, year, libraryId, rootFolderId, folder, source, ${kind === 'series' ? 'seriesType' : `'standard' AS seriesType`} FROM ${tableOf[kind]} WHERE id = ?`
	).get(id) as ItemRow | undefined;

const two = (number: number) => String(number).padStart(2, '0');

class RollBack extends Error {}

/** Does as if, and takes it back: what it answers is exactly what would come of it. */
function asIf<T>(db: Db, work: () => T): T {
	let answer: { value: T } | undefined;
	try {
		rawDb(db).transaction(() => {
			answer = { value: work() };
			throw new RollBack();
		})();
	} catch (error) {
		if (!(error instanceof RollBack)) throw error;
	}
	return answer!.value;
}

interface Ground {
	facts: Facts | undefined;
	root: Root;
}

/** What a group needs to be known before anything is named; a sentence where that fails. */
async function groundOf(
	{ db, metadata }: IntakeContext,
	group: IntakeGroup,
	signal: AbortSignal
): Promise<Ground | string> {
	const { target } = group;
	const item = target.id === undefined ? undefined : itemRow(db, target.kind, target.id);
	if (target.id !== undefined && !item) return 'It is not in the library any more.';
	const root = chooseRoot(db, target.kind, item, group.rootFolderId ?? undefined);
	if (typeof root === 'string') return root;
	if (!target.add || item) return { facts: undefined, root };
	try {
		return { facts: await factsOfNew(metadata, target.kind, target.add, signal), root };
	} catch (error) {
		if (!isSourceFault(error, signal)) throw error;
		return toAppError(error).message;
	}
}

const place = ({ now }: IntakeContext, { profileId }: IntakeGroup, root: Root) => ({
	rootFolderId: root.id,
	libraryId: root.libraryId,
	profileId: profileId ?? null,
	now: now()
});

/** The item of a group, made now if it is not here yet. */
export async function addItem(
	context: IntakeContext,
	group: IntakeGroup,
	signal: AbortSignal
): Promise<{ id: number; isNew: boolean } | string> {
	const ground = await groundOf(context, group, signal);
	if (typeof ground === 'string') return ground;
	const { facts, root } = ground;
	context.metadata.artwork.warm([facts?.posterPath]);
	return rawDb(context.db).transaction(() =>
		ensureItem(context.db, group.target, facts, place(context, group, root))
	)();
}

/** What episodes the names tell of this show. */
export async function readNumbers(
	context: IntakeContext,
	group: IntakeGroup,
	names: readonly Parsed[],
	signal: AbortSignal
): Promise<Numbers[]> {
	const ground = await groundOf(context, group, signal);
	if (typeof ground === 'string')
		return names.map(({ seasons, episodes }) => ({ season: seasons[0] ?? null, episodes: [...episodes] }));
	const { facts, root } = ground;
	return asIf(context.db, () => {
		const { id } = ensureItem(context.db, group.target, facts, place(context, group, root));
		return numbersOf(context.db, itemRow(context.db, 'series', id)!, names);
	});
}

const nothing = (problem: string): Planned => ({
	itemId: null,
	title: '',
	year: null,
	rootFolderId: null,
	root: null,
	folder: null,
	path: null,
	episodes: [],
	existing: [],
	problem
});

/** Where the files of one item would go, and what stands there; nothing is changed by asking. */
export async function planGroup(
	context: IntakeContext,
	group: IntakeGroup,
	files: readonly IntakeFile[],
	signal: AbortSignal
): Promise<Planned[]> {
	const ground = await groundOf(context, group, signal);
	if (typeof ground === 'string') return files.map(() => nothing(ground));
	const { root, facts } = ground;
	const kept = await keptFolder(context.db, group.target, root);
	const planned = asIf(context.db, () => {
		const made = ensureItem(context.db, group.target, facts, place(context, group, root));
		const item = itemRow(context.db, group.target.kind, made.id)!;
		return files.map((file) => planFile(context, { group, root, item, kept, isNew: made.isNew }, file));
	});
	return Promise.all(planned.map((plan, index) => withOccupant(context.db, plan, files[index]!)));
}

/** The folder of an item stays what it is as long as it is there. */
async function keptFolder(db: Db, { kind, id }: IntakeTarget, root: Root): Promise<string | null> {
	const item = id === undefined ? undefined : itemRow(db, kind, id);
	if (!item?.folder || item.rootFolderId !== root.id) return null;
	const found = await stat(join(root.path, item.folder)).catch(() => undefined);
	return found?.isDirectory() ? item.folder : null;
}

interface Place {
	group: IntakeGroup;
	root: Root;
	item: ItemRow;
	kept: string | null;
	isNew: boolean;
}

function planFile(
	context: IntakeContext,
	{ group, root, item, kept, isNew }: Place,
	file: IntakeFile
): Planned {
	const { db } = context;
	const { kind } = group.target;
	const { episodes } =
		kind === 'series' && file.season !== null
			? ensureEpisodes(db, item.id, file.season, file.episodes)
			: { episodes: [] };
	const base = {
		...nothing(''),
		itemId: isNew ? null : item.id,
		title: item.title,
		year: item.year,
		rootFolderId: root.id,
		root: root.path,
		episodes: episodes.map(({ seasonNumber, number, title }) =>
			[`S${two(seasonNumber)}E${two(number)}`, title].filter(Boolean).join(' · ')
		)
	};
	delete (base as { problem?: string }).problem;
	if (kind === 'series' && episodes.length === 0) return base;
	const { folder, path } = nameOf(db, { ...item, kind, folder: kept }, file, episodes, context.naming());
	const ids = episodes.map(({ id }) => id);
	const existing = presentFiles(context, kind, item.id, ids, file);
	return { ...base, folder, path, existing };
}

/** What stands at the very path: a file of the library, or one that nobody knows. */
async function withOccupant(db: Db, plan: Planned, file: IntakeFile): Promise<Planned> {
	const { root, rootFolderId, path } = plan;
	if (root === null || rootFolderId === null || path === null) return plan;
	const there = await lstat(join(root, path)).catch(() => undefined);
	const isFolder = there?.isDirectory() ?? false;
	if (isFolder && !isDisc(path)) return { ...plan, problem: `${join(root, path)} is a folder.` };
	if (file.existing === 'keep') {
		const taken = new Set(plan.existing.map((each) => destinationKey(rootFolderId, each.path)));
		if (there) taken.add(destinationKey(rootFolderId, path));
		const beside = isDisc(path) ? discBeside : besideExisting;
		const free = beside(path, file.words.quality ?? undefined, (candidate) =>
			taken.has(destinationKey(rootFolderId, candidate))
		);
		const isFree = free === path || !(await lstat(join(root, free)).catch(() => undefined));
		return isFree
			? { ...plan, path: free, existing: plan.existing }
			: { ...plan, problem: `There are too many files like ${path} already.` };
	}
	if (!there || plan.existing.some((each) => each.path === path)) return plan;
	const owner = prepared(
		db,
		`SELECT id, quality FROM files WHERE rootFolderId = ? AND path = ? AND state = 'present'`
	).get(rootFolderId, path) as { id: number; quality: string | null } | undefined;
	return {
		...plan,
		existing: [
			...plan.existing,
			{
				fileId: owner?.id ?? null,
				path,
				quality: owner?.quality ?? null,
				sizeBytes: there.size,
				verdict: 'same',
				reason: 'Another file stands at this place.'
			}
		]
	};
}
