// Which names of a corpus the library reads rightly, where BIJOU_CORPORA points to one; every miss goes to stderr.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isOurs, readRow, type Finding } from './naming/read-row.ts';
import { isSetOurs, readSet } from './naming/read-set.ts';
import type { Row, SetRow } from './naming/row.ts';
import type { Figure } from './run.ts';

interface Count {
	right: number;
	all: number;
}

function judge<T extends { input: string }>(
	file: string,
	isWanted: (row: T) => boolean,
	read: (row: T) => Iterable<Finding>
): Count {
	const rows = readFileSync(file, 'utf8').trim().split('\n');
	const count = { right: 0, all: 0 };
	for (const row of rows.map((line) => JSON.parse(line) as T).filter(isWanted)) {
		const wrong = [...read(row)].filter(([, wanted, got]) => !isDeepStrictEqual(wanted, got));
		count.all += 1;
		if (wrong.length === 0) count.right += 1;
		for (const [field, wanted, got] of wrong)
			process.stderr.write(
				`${row.input}: ${field} ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}\n`
			);
	}
	return count;
}

const figure = (bench: string, { right, all }: Count): Figure => ({
	bench: `naming/${bench}`,
	value: Math.round((right / all) * 1000) / 10,
	unit: '%',
	detail: `${right} of ${all} right in all that is asked of them`
});

export async function run(): Promise<Figure[]> {
	const corpora = process.env['BIJOU_CORPORA'];
	if (!corpora) return [];
	const paths = judge<Row>(join(corpora, 'jellyfin-naming.jsonl'), isOurs, readRow);
	const sets = judge<SetRow>(join(corpora, 'jellyfin-sets.jsonl'), isSetOurs, readSet);
	const both = { right: paths.right + sets.right, all: paths.all + sets.all };
	return [figure('paths', paths), figure('sets', sets), figure('all', both)];
}
