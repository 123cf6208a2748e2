// npm run seed -- --movies N --series N --episodes N
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { derived } from '#server/library/derived.ts';
import { seedLibrary } from '#server/library/seed.ts';
import { readConfig } from '#server/platform/config.ts';
import { applyDerived, closeDb, openDb } from '#server/platform/db.ts';
import { createLog } from '#server/platform/log.ts';

const count = { type: 'string' } as const;
const { values } = parseArgs({ options: { movies: count, series: count, episodes: count } });
const number = (text: string | undefined, byDefault: number) => {
	const value = Number(text ?? byDefault);
	if (Number.isInteger(value) && value >= 0) return value;
	process.stderr.write(`"${text}" is not a count.\n`);
	return process.exit(64);
};
const size = {
	movies: number(values.movies, 1000),
	series: number(values.series, 50),
	episodes: number(values.episodes, 1000)
};

const config = readConfig(process.env);
const db = openDb({
	file: join(config.dataDir, 'bijou.db'),
	migrations: join(import.meta.dirname, '../../drizzle'),
	backups: join(config.dataDir, 'backups'),
	log: createLog({ level: 'warn' })
});
applyDerived(db, derived);
seedLibrary(db, size);
closeDb(db);
process.stdout.write(
	`Added ${size.movies} films, ${size.series} series and ${size.episodes} episodes to ${config.dataDir}.\n`
);
