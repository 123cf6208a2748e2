import type { Format } from '#core/formats/format.ts';
import { patternFaults } from '#core/formats/pattern-faults.ts';
import { profileFaults } from '#core/formats/profile-faults.ts';
import type { Profile } from '#core/formats/profile.ts';
import { invalid } from '#server/platform/errors.ts';

/** A format whose pattern cannot be used is refused before it is kept or tried, with the place of each fault. */
export function soundFormat(definition: Format): Format {
	const { conditions, name } = definition;
	const faults = patternFaults(conditions);
	const [first] = faults;
	if (!first) return definition;
	const condition = conditions[first.index]!;
	const pattern = condition.name || condition.type;
	throw invalid(
		`The pattern "${pattern}" of "${name}" cannot be used, at character ${first.position + 1}: ${first.message}`,
		faults.map(({ index, position, message }) => ({
			path: `conditions.${index}.value`,
			message: `At character ${position + 1}: ${message}`,
			position
		}))
	);
}

export function soundProfile(definition: Profile): Profile {
	const faults = profileFaults(definition);
	if (faults.length > 0) throw invalid(faults[0]!.message, faults);
	return definition;
}
