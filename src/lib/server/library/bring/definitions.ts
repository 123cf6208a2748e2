import { nameId } from '#core/formats/arr/import-format.ts';
import type { Standing } from '#core/library/bring-words.ts';
import { said, type Said } from '#core/text/said.ts';
import type { Profiles } from '#server/profiles/module.ts';
import type { ArrFormat, ArrProfile } from './arr-answers.ts';
import { appNames } from './refusals.ts';
import type { RowDraft } from './rows.ts';

type ArrApp = 'sonarr' | 'radarr';
type Importing = Pick<Profiles, 'importFrom'>;

export interface Definitions {
	rows: RowDraft[];
	/** By their number there. */
	profiles: Map<number, { id: string; name: string }>;
}

const isTaken = (standing: Standing | undefined) => standing === 'changes';

/** Profiles and formats on their way here. One that would overwrite another of the same name gets a name of its own. */
export async function planDefinitions(
	profiles: Importing,
	app: ArrApp,
	given: { formats: readonly ArrFormat[]; profiles: readonly ArrProfile[] }
): Promise<Definitions> {
	const look = (parts: readonly unknown[]) =>
		profiles.importFrom(app, [{ path: appNames[app], text: JSON.stringify(parts) }], { preview: true });
	const own = (name: string) => `${name} (${appNames[app]})`;
	const standings = async (parts: readonly unknown[]) =>
		new Map((await look(parts)).items.map(({ id, standing }) => [id, standing]));

	const before = await standings(given.formats);
	const renamed = new Map(
		given.formats
			.filter(({ name }) => isTaken(before.get(nameId(name))))
			.map(({ name }) => [name, own(name)] as const)
	);
	const formats = given.formats.map((format) => ({
		...format,
		name: renamed.get(format.name) ?? format.name
	}));
	const scored = given.profiles.map((profile) => ({
		...profile,
		formatItems: profile.formatItems.map((item) => ({ ...item, name: renamed.get(item.name) ?? item.name }))
	}));
	const profilesBefore = await standings(scored);
	const named = scored.map((profile) =>
		isTaken(profilesBefore.get(nameId(profile.name))) ? { ...profile, name: own(profile.name) } : profile
	);
	const row = async (kind: 'format' | 'profile', was: string, part: { name: string }): Promise<RowDraft> => {
		const { items, faults } = await look([part]);
		const [found] = items;
		const reasons: Said[] = faults.map((fault) => said(fault));
		if (part.name !== was)
			reasons.push(said('Another of this name is here, so it comes as {name}.', { name: part.name }));
		const standing = found?.standing ?? 'skipped';
		return { kind, key: nameId(part.name), title: part.name, standing, reasons, facts: part };
	};
	return {
		rows: unique(
			await Promise.all([
				...formats.map((format, index) => row('format', given.formats[index]!.name, format)),
				...named.map((profile, index) => row('profile', given.profiles[index]!.name, profile))
			])
		),
		profiles: new Map(named.map(({ id, name }) => [id, { id: nameId(name), name }]))
	};
}

/** Names that differ only in signs are one here. */
const unique = (rows: readonly RowDraft[]) => [
	...new Map(rows.map((row) => [`${row.kind} ${row.key}`, row])).values()
];
