import { wordsOf } from '#core/library/name-words.ts';
import type { Bus } from '#server/platform/bus.ts';
import { rawDb, type Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Workers } from '#server/platform/workers.ts';
import type { Events } from '#server/events.ts';
import type { Metadata } from '#server/metadata/module.ts';
import { tableOf } from '../item-table.ts';
import { addWords } from '../write-words.ts';
import { recordMovie } from '../record/movie.ts';
import { recordSeries } from '../record/series.ts';
import type { ItemPictures } from '../pictures/pictures.ts';
import { ask, type Answer, type Facts } from './ask.ts';
import { gatherClues, type Clues } from './clues.ts';
import { episodeNfos, linkMovie, linkSeries } from './link.ts';
import { findByName, ownFacts } from './own-words.ts';
import { filesOf, itemOfUnit, type Unit, type UnitFile } from './pending.ts';
import { noteUnmatched } from './unmatched-rows.ts';

export interface Identifying {
	db: Db;
	bus: Bus<Events>;
	workers: Workers;
	metadata: Pick<Metadata, 'sources' | 'hasTmdb' | 'artwork'>;
	now: () => number;
	/** Minutes that a file runs, when it can be measured. */
	pictures: Pick<ItemPictures, 'look' | 'choose'>;
	measure(root: string, file: UnitFile, signal: AbortSignal): Promise<number | undefined>;
}

export type Outcome = 'matched' | 'own-words' | 'unmatched' | 'source-failed' | 'nothing';

/** Finds out what a unit is and writes it down. */
export async function identifyUnit(context: Identifying, unit: Unit, signal: AbortSignal): Promise<Outcome> {
	const { db, workers, metadata } = context;
	const files = filesOf(db, unit);
	if (files.length === 0) return 'nothing';
	const clues = await gatherClues(unit, files, workers, signal);
	const known = itemOfUnit(db, unit);
	if (known !== undefined) {
		await link(context, unit, clues, () => known);
		return 'matched';
	}
	if (clues.sighting.titles.length === 0 && !hasIds(clues)) {
		remember(context, unit, clues, 'unreadable-name', 'Its name does not say what it is.');
		return 'unmatched';
	}
	const first = clues.files.find(({ file }) => file.role === 'main')?.file;
	const measure =
		first && unit.kind === 'movie' ? () => context.measure(unit.rootPath, first, signal) : undefined;
	const answer = await ask(unit.kind, clues.sighting, metadata.sources(), signal, measure);
	return settle(context, unit, clues, answer);
}

const hasIds = ({ sighting: { ids } }: Clues) =>
	ids?.tmdb !== undefined || ids?.imdb !== undefined || ids?.tvdb !== undefined;

async function settle(context: Identifying, unit: Unit, clues: Clues, answer: Answer): Promise<Outcome> {
	if (answer.outcome === 'found') {
		await recordAndLink(context, unit, clues, answer.facts, answer);
		return 'matched';
	}
	const isUnknown = answer.outcome !== 'unsure' || answer.reason === 'no-match';
	// Without a key there is little to wait for: the name has to do until a source knows better.
	if (isUnknown && !context.metadata.hasTmdb()) {
		await recordOwnWords(context, unit, clues, answer.outcome === 'failed');
		return 'own-words';
	}
	if (answer.outcome === 'failed') {
		remember(context, unit, clues, 'source-failed', answer.message);
		return 'source-failed';
	}
	const { reason, suggestions } = answer as Extract<Answer, { outcome: 'unsure' }>;
	remember(context, unit, clues, reason, messages[reason], suggestions);
	return 'unmatched';
}

/** One whose source failed counts as never refreshed, so that it is asked for again soon. */
async function recordOwnWords(
	context: Identifying,
	unit: Unit,
	clues: Clues,
	isDueSoon: boolean
): Promise<void> {
	const facts = ownFacts(unit, clues);
	const isNfo = facts.source === 'nfo';
	const reasons = [isNfo ? 'Its NFO file says so.' : 'Its name says so; no source knows it.'];
	const into = () => findByName(context.db, unit, clues);
	const id = await recordAndLink(
		context,
		unit,
		clues,
		facts,
		{ confidence: isNfo ? 0.9 : 0.5, reasons },
		into
	);
	if (isDueSoon)
		prepared(context.db, `UPDATE ${tableOf[unit.kind]} SET refreshedAt = NULL WHERE id = ?`).run(id);
}

const messages = {
	'no-match': 'Nothing of this name was found.',
	unsure: 'What was found is not like it enough to be sure.',
	several: 'Several fit equally well.'
};

function remember(
	{ db, now, bus }: Identifying,
	unit: Unit,
	clues: Clues,
	reason: Parameters<typeof noteUnmatched>[2]['reason'],
	message: string,
	suggestions: Parameters<typeof noteUnmatched>[2]['suggestions'] = []
): void {
	const { title, year } = clues;
	noteUnmatched(db, unit, {
		title,
		year,
		reason,
		message,
		suggestions,
		fileCount: clues.files.length,
		now: now()
	});
	bus.emit('library.changed', { kind: 'unmatched' });
}

interface Certainty {
	confidence: number;
	reasons: readonly string[];
}

/** One transaction: the item as the source describes it, and its files. */
export async function recordAndLink(
	context: Identifying,
	unit: Unit,
	clues: Clues,
	facts: Facts,
	{ confidence, reasons }: Certainty,
	into: () => number | undefined = () => undefined
): Promise<number> {
	const place = {
		libraryId: unit.libraryId,
		rootFolderId: unit.rootFolderId,
		folder: unit.path,
		confidence,
		reasons,
		now: context.now()
	};
	const { db, metadata } = context;
	metadata.artwork.warm([facts.posterPath]);
	return link(context, unit, clues, () =>
		facts.kind === 'movie' ? recordMovie(db, facts, place, into()) : recordSeries(db, facts, place, into())
	);
}

async function link(
	{ db, bus, now, pictures }: Identifying,
	unit: Unit,
	clues: Clues,
	item: () => number
): Promise<number> {
	const nfos = unit.kind === 'series' ? await episodeNfos(unit, clues) : new Map();
	const id = rawDb(db).transaction(() => {
		const made = item();
		for (const { file, parsed } of clues.files) addWords(db, file.id, wordsOf(parsed));
		if (unit.kind === 'movie') linkMovie(db, unit, made);
		else linkSeries(db, unit, made, clues, nfos, now());
		return made;
	})();
	await pictures.look(unit.kind, id);
	bus.emit('library.changed', { kind: unit.kind, id });
	return id;
}
