import { fieldsOf } from '#core/form/fields.ts';
import type { Field } from '#core/form/fields.ts';
import { notFound } from '../errors.ts';
import type { KindSource, ProviderDefinition, ProviderKind, ProviderPort } from './definition.ts';

export interface Kind {
	definition: ProviderDefinition;
	fields: Field[];
	secretKeys: string[];
}

const keyOf = (port: string, kind: string) => `${port}/${kind}`;

/** Every kind of every port that the modules have registered. */
export function createKinds() {
	const ports = new Map<string, ProviderPort>();
	const kinds = new Map<string, Kind>();
	const sources = new Map<string, KindSource>();
	const made = new WeakMap<ProviderDefinition, Kind>();
	function known(port: string): ProviderPort {
		const found = ports.get(port);
		if (!found) throw notFound('provider port', port);
		return found;
	}
	function kindOf(definition: ProviderDefinition): Kind {
		const before = made.get(definition);
		if (before) return before;
		const fields = fieldsOf(definition.settings);
		const secretKeys = fields.filter((field) => field.secret).map((field) => field.key);
		const kind = { definition, fields, secretKeys };
		made.set(definition, kind);
		return kind;
	}
	function find(port: string, kind: string): Kind | undefined {
		const fixed = kinds.get(keyOf(port, kind));
		const sourced = fixed ? undefined : sources.get(port)?.find(kind);
		return fixed ?? (sourced && kindOf(sourced));
	}
	return {
		addSource: (port: string, source: KindSource) => void sources.set(port, source),
		add(definitions: readonly ProviderDefinition[], about?: ProviderPort) {
			if (about) ports.set(about.port, about);
			for (const definition of definitions) {
				const { port, kind } = definition;
				if (!ports.has(port)) ports.set(port, { port, title: port });
				kinds.set(keyOf(port, kind), kindOf(definition));
			}
		},
		port: known,
		ports: () => [...ports.values()],
		find,
		get(port: string, kind: string): Kind {
			const found = find(port, kind);
			if (!found) throw notFound(`kind of ${port}`, kind);
			return found;
		},
		list(port: string): ProviderKind[] {
			known(port);
			const fixed = [...kinds.values()].filter(({ definition }) => definition.port === port);
			const sourced = sources.get(port)?.list().map(kindOf) ?? [];
			return [...fixed, ...sourced].map(describe);
		},
		describe: (port: string, kind: string): ProviderKind | undefined => {
			const found = find(port, kind);
			return found && describe(found);
		}
	};
}

const describe = ({ definition, fields }: Kind): ProviderKind => ({
	port: definition.port,
	kind: definition.kind,
	title: definition.title,
	...(definition.description !== undefined && { description: definition.description }),
	fields,
	testable: definition.test !== undefined
});
