import { stringify } from 'yaml';
import type { ArrApp } from '#core/formats/arr/arr-enums.ts';
import { exportFormat } from '#core/formats/arr/export-format.ts';
import { importGuide, type GuideFile } from '#core/formats/arr/import-guide.ts';
import { format, type Format } from '#core/formats/format.ts';
import { patternFaults } from '#core/formats/pattern-faults.ts';
import { profile, type Profile } from '#core/formats/profile.ts';
import { readDefinition } from '#core/formats/read-definition.ts';

/** What came out of files: definitions that are sound, and sentences on all else. */
export interface Bundle {
	formats: Format[];
	profiles: Profile[];
	faults: string[];
	/** Sound, but of no use here. */
	left: string[];
}

/** Reads formats and profiles of the guides, of the two apps, and our own, in any mixture. */
export function readBundle(app: ArrApp, files: readonly GuideFile[]): Bundle {
	const [own, foreign] = [true, false].map((which) => files.filter((file) => isOwn(file) === which));
	const guide = importGuide(app, foreign!);
	const bundle: Bundle = {
		formats: [...guide.formats],
		profiles: [...guide.profiles],
		faults: [...guide.faults],
		left: [
			...guide.groups.map(({ name }) => `The group "${name}" only proposes formats together.`),
			...guide.sizes.map(({ name }) => `The table of sizes "${name}": sizes are set in each profile.`)
		]
	};
	for (const file of own!) readOwn(file, bundle);
	return withoutFaultyPatterns(bundle);
}

/** As the files of definitions/ are written: YAML, or JSON with our own words. */
const isOwn = ({ path, text }: GuideFile): boolean =>
	/\.ya?ml$/i.test(path) || !/^\s*[[{]/.test(text) || /^[\s[{]*"id"\s*:\s*"/.test(text);

function readOwn({ path, text }: GuideFile, bundle: Bundle): void {
	const kind = /^[\s-]*(?:qualities|"qualities")\s*:/m.test(text) ? 'profiles' : 'formats';
	const read = kind === 'profiles' ? readDefinition(path, text, profile) : readDefinition(path, text, format);
	(bundle[kind] as unknown[]).push(...read.values);
	bundle.faults.push(...read.faults.map(({ line, message }) => `${path}, line ${line}: ${message}`));
}

function withoutFaultyPatterns(bundle: Bundle): Bundle {
	const faults: string[] = [];
	const formats = bundle.formats.filter(({ name, conditions }) => {
		const [fault] = patternFaults(conditions);
		if (!fault) return true;
		const condition = conditions[fault.index]!;
		const place = `the pattern "${condition.name || condition.type}", character ${fault.position + 1}`;
		faults.push(`${name}: ${place}: ${fault.message}`);
		return false;
	});
	return { ...bundle, formats, faults: [...bundle.faults, ...faults] };
}

export type ExportKind = 'bijou' | ArrApp;

export interface Written {
	fileName: string;
	type: string;
	text: string;
}

/** Formats as a file: our own YAML, or the JSON of one of the apps (what it cannot express is left out). */
export function writeFormats(formats: readonly Format[], as: ExportKind): Written {
	const name = formats.length === 1 ? formats[0]!.id : 'formats';
	if (as === 'bijou') {
		const plain = formats.map((each) => format.parse(each));
		return { fileName: `${name}.yml`, type: 'application/yaml', text: stringify(plain, { lineWidth: 110 }) };
	}
	const written = formats.flatMap((each) => exportFormat(as, each).value ?? []);
	const json = formats.length === 1 ? (written[0] ?? {}) : written;
	return {
		fileName: `${name}.${as}.json`,
		type: 'application/json',
		text: `${JSON.stringify(json, null, 2)}\n`
	};
}

export const writeProfile = (given: Profile): Written => ({
	fileName: `${given.id}.yml`,
	type: 'application/yaml',
	text: stringify(profile.parse(given), { lineWidth: 110 })
});
