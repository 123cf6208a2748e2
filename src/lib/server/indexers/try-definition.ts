import { settingFields } from '#core/definition/setting-fields.ts';
import type { SettingValues } from '#core/definition/variables.ts';
import { schemaOf } from '#core/form/schema-of.ts';
import { invalid } from '#server/platform/errors.ts';
import type { Http } from '#server/platform/http.ts';
import type { Log } from '#server/platform/log.ts';
import type { Workers } from '#server/platform/workers.ts';
import { createDefinitionReader } from './definitions/reader.ts';
import type { DefinitionStore } from './definitions/store.ts';
import type { Trace } from './indexer.ts';
import { createDefinitionIndexer } from './kinds/definition/definition-indexer.ts';

interface Trial {
	text: string;
	given: Record<string, unknown>;
	definitions: DefinitionStore;
	http: Http;
	workers: Workers;
	log: Log;
}

/** Runs a definition from the editor against its site, once. */
export async function tryDefinition(trial: Trial, signal?: AbortSignal): Promise<Trace> {
	const { text, given, definitions, http, workers, log } = trial;
	const { summary, faults } = await definitions.validate(text, signal);
	if (!summary) {
		const first = faults.find(({ severity }) => severity === 'error') ?? faults[0]!;
		throw invalid(`Line ${first.line}: ${first.message}`, faults);
	}
	const definition = await createDefinitionReader(workers).whole(text);
	const settings = schemaOf(settingFields(definition)).parse(given) as SettingValues;
	const indexer = createDefinitionIndexer({
		definition,
		settings,
		http: http.with({ timeoutMs: 15_000, retries: 0 }),
		workers,
		log
	});
	return indexer.test(signal);
}
