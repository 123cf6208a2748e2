import type { z } from 'zod';
import type { Events } from '../events.ts';
import type { Bus } from './bus.ts';
import type { Db } from './db.ts';
import { conflict, invalid, notFound, unavailable } from './errors.ts';
import type { Http } from './http.ts';
import { faultText } from './jobs/retry.ts';
import type { Log } from './log.ts';
import { draftSchema, patchSchema } from './providers/draft.ts';
import { createInstances } from './providers/instances.ts';
import { createKinds } from './providers/kinds.ts';
import type { Kind } from './providers/kinds.ts';
import { restMs } from './providers/ladder.ts';
import type { ActiveProvider, ProviderDraft, Providers, ProviderView } from './providers/registry.ts';
import * as rows from './providers/rows.ts';
import type { ProviderRow } from './providers/rows.ts';
import { tidyInput } from './settings/form-values.ts';
import { mapSealed, mask, seal, unmask, unseal } from './settings/secret-values.ts';
import type { Cipher } from './settings/secret-values.ts';

export { defineProvider } from './providers/definition.ts';
export type { KindSource, ProviderDefinition } from './providers/definition.ts';
export type { ActiveProvider, Providers, ProviderView } from './providers/registry.ts';

export interface ProvidersDeps {
	db: Db;
	bus: Bus<Events>;
	log: Log;
	http: Http;
	secrets: Cipher;
	now?: () => number;
}

const testTimeoutMs = 30_000;

export function createProviders({ db, bus, log, http, secrets, now = Date.now }: ProvidersDeps): Providers {
	const kinds = createKinds();
	const instances = createInstances(log);

	const changed = ({ port, id, name }: ProviderRow, what: Events['provider.changed']['what']) =>
		bus.emit('provider.changed', { port, id, name, what });
	const opened = (row: ProviderRow, { secretKeys }: Kind) => unseal(row.settings, secretKeys, secrets);

	function view(row: ProviderRow): ProviderView {
		const kind = kinds.find(row.port, row.kind);
		// Of a kind that is gone nobody knows which settings are secret: none is shown.
		const shown = kind ? mask(row.settings, kind.secretKeys) : {};
		return { ...row, settings: shown, ...(kind && { kindTitle: kind.definition.title }) };
	}

	/** Validated against the kind; masks replaced by what is stored. Returned as given, ready to seal. */
	function inputOf(kind: Kind, given: Record<string, unknown>, stored: Record<string, unknown>) {
		const { settings: schema } = kind.definition;
		const merged = { ...stored, ...unmask(tidyInput(schema, given), stored, kind.secretKeys) };
		const said = Object.fromEntries(Object.entries(merged).filter(([, value]) => value != null));
		const parsed = schema.safeParse(said);
		if (!parsed.success) throw invalidSettings(parsed.error);
		return said;
	}
	function build(kind: Kind, settings: Record<string, unknown>, { id, name }: { id: number; name: string }) {
		const { definition } = kind;
		const child = log.child({ port: definition.port, provider: name });
		return definition.create(definition.settings.parse(settings), { id, name, http, log: child });
	}
	function instanceOf<T>(row: ProviderRow): T {
		return instances.get<T>(row.id, () => {
			const kind = kinds.get(row.port, row.kind);
			return build(kind, opened(row, kind), row) as T;
		});
	}
	function refuseTakenName(port: string, name: string, except?: number) {
		if (!rows.nameTaken(db, port, name, except)) return;
		throw conflict(`There is one named ${name} already.`, [{ path: 'name', message: 'Taken' }]);
	}
	function draftOf(port: string, given: ProviderDraft | number) {
		const row = typeof given === 'number' ? rows.byId(db, given) : undefined;
		const draft = draftSchema.parse(row ? { ...row, settings: {} } : given);
		const kind = kinds.get(port, draft.kind);
		const storedId = typeof given === 'number' ? given : given.id;
		const stored = storedId === undefined ? {} : opened(rows.byId(db, storedId), kind);
		return { kind, name: draft.name, settings: inputOf(kind, draft.settings, stored) };
	}

	return {
		register: kinds.add,
		registerSource: kinds.addSource,
		kindsChanged(port, names) {
			for (const row of rows.ofPort(db, port).filter(({ kind }) => names.includes(kind))) {
				void instances.drop(row.id);
				changed(row, 'standing');
			}
		},
		ports: kinds.ports,
		kinds: kinds.list,
		kind(port, name) {
			const found = kinds.describe(port, name);
			if (!found) throw notFound(`kind of ${port}`, name);
			return found;
		},
		list: (port) => rows.ofPort(db, kinds.port(port).port).map(view),
		get: (id) => view(rows.byId(db, id)),
		of(port, id) {
			const row = rows.byId(db, id);
			if (row.port !== port) throw notFound('provider', id);
			return view(row);
		},
		create(port, given) {
			const draft = draftSchema.parse(given);
			const kind = kinds.get(port, draft.kind);
			const settings = seal(inputOf(kind, draft.settings, {}), kind.secretKeys, secrets);
			refuseTakenName(port, draft.name);
			const row = rows.insert(db, { ...draft, port, settings, createdAt: now(), updatedAt: now() });
			changed(row, 'added');
			return view(row);
		},
		update(id, given) {
			const { settings: input, ...patch } = patchSchema.parse(given);
			const before = rows.byId(db, id);
			if (patch.name) refuseTakenName(before.port, patch.name, id);
			const kind = kinds.find(before.port, before.kind);
			if (input && !kind) throw unavailable(`${before.name} is of a kind that Bijou does not know any more.`);
			const settings =
				input && kind && seal(inputOf(kind, input, opened(before, kind)), kind.secretKeys, secrets);
			// Whoever changes something wants it tried again at once.
			const fresh = { failures: 0, disabledUntil: null, lastError: null };
			const row = rows.update(db, id, {
				...said(patch),
				...(settings && { settings }),
				...fresh,
				updatedAt: now()
			});
			void instances.drop(id);
			changed(row, 'changed');
			return view(row);
		},
		remove(id) {
			const row = rows.byId(db, id);
			rows.remove(db, id);
			void instances.drop(id);
			changed(row, 'removed');
		},
		async test(port, given) {
			const startedAt = performance.now();
			const took = () => Math.round(performance.now() - startedAt);
			const { kind, name, settings } = draftOf(port, given);
			const { definition } = kind;
			let instance: unknown;
			try {
				instance = build(kind, settings, { id: 0, name });
				const signal = AbortSignal.timeout(testTimeoutMs);
				const found = await definition.test?.(instance, signal);
				if (typeof found === 'object') return { ...found, ms: took() };
				return { ok: true, message: found || 'It works.', ms: took() };
			} catch (error) {
				log.info({ err: error, port, provider: name }, 'a provider did not pass its test');
				return { ok: false, message: faultText(error), ms: took() };
			} finally {
				await instances.close(instance);
			}
		},
		instance: (id) => instanceOf(rows.byId(db, id)),
		active<T>(port: string) {
			return rows
				.ofPort(db, port)
				.filter(
					({ enabled, disabledUntil, kind }) =>
						enabled && (disabledUntil ?? 0) <= now() && kinds.find(port, kind)
				)
				.flatMap((row): ActiveProvider<T>[] => {
					try {
						const { id, kind, name, priority, tags } = row;
						return [{ id, kind, name, priority, tags, instance: instanceOf<T>(row) }];
					} catch (error) {
						log.warn(
							{ err: error, provider: row.name },
							'a provider cannot be used with its stored settings'
						);
						return [];
					}
				});
		},
		failure(id, error) {
			const { failures } = rows.byId(db, id);
			const rest = Math.max(restMs(failures + 1), askedToWaitMs(error));
			const row = rows.update(db, id, {
				failures: failures + 1,
				lastError: faultText(error),
				lastFailureAt: now(),
				disabledUntil: rest > 0 ? now() + rest : null
			});
			changed(row, 'standing');
		},
		success(id) {
			const { failures, lastSuccessAt } = rows.byId(db, id);
			// To the minute is exact enough, and a search over many succeeds often.
			if (failures === 0 && now() - (lastSuccessAt ?? 0) < 60_000) return;
			const row = rows.update(db, id, {
				failures: 0,
				disabledUntil: null,
				lastError: null,
				lastSuccessAt: now()
			});
			if (failures > 0) changed(row, 'standing');
		},
		reseal: (change) => rows.reseal(db, (settings) => mapSealed(settings, change)),
		async close() {
			await instances.closeAll();
		}
	};
}

/** What the other side said itself counts too, up to a day. */
function askedToWaitMs(error: unknown): number {
	const seconds = ((error as { details?: unknown }).details as { retryAfter?: unknown } | undefined)
		?.retryAfter;
	return typeof seconds === 'number' && seconds > 0 ? Math.min(seconds, 86_400) * 1000 : 0;
}

const said = (patch: Record<string, unknown>) =>
	Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));

function invalidSettings(error: z.core.$ZodError) {
	const details = error.issues.map(({ path, message }) => ({ path: `settings.${path.join('.')}`, message }));
	return invalid(details[0]?.message ?? 'The settings are not valid.', details);
}
