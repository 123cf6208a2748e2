import { fieldsOf } from '#core/form/fields.ts';
import type { Field } from '#core/form/fields.ts';
import { notFound } from '../errors.ts';
import type { ProviderDefinition, ProviderKind, ProviderPort } from '../providers.ts';

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
	function known(port: string): ProviderPort {
		const found = ports.get(port);
		if (!found) throw notFound('provider port', port);
		return found;
	}
	return {
		add(definitions: readonly ProviderDefinition[], about?: ProviderPort) {
			if (about) ports.set(about.port, about);
			for (const definition of definitions) {
				const { port, kind } = definition;
				if (!ports.has(port)) ports.set(port, { port, title: port });
				const fields = fieldsOf(definition.settings);
				const secretKeys = fields.filter((field) => field.secret).map((field) => field.key);
				kinds.set(keyOf(port, kind), { definition, fields, secretKeys });
			}
		},
		port: known,
		ports: () => [...ports.values()],
		find: (port: string, kind: string) => kinds.get(keyOf(port, kind)),
		get(port: string, kind: string): Kind {
			const found = kinds.get(keyOf(port, kind));
			if (!found) throw notFound(`kind of ${port}`, kind);
			return found;
		},
		list(port: string): ProviderKind[] {
			known(port);
			return [...kinds.values()].filter(({ definition }) => definition.port === port).map(describe);
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
