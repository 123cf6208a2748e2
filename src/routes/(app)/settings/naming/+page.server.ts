import { z } from 'zod';
import { namingFormats, type FormatName } from '#core/naming/naming-formats.ts';
import { namingStyle } from '#core/naming/naming-style.ts';
import { validateFormat } from '#core/naming/validate-format.ts';
import { invalid } from '#server/platform/errors.ts';
import { action, page } from '#server/platform/web.ts';

export const load = page({ access: 'settings.manage', topics: ['settings'] }, ({ app }) => ({
	naming: z
		.object({ ...namingFormats.shape, ...namingStyle.shape })
		.parse(app.settings.describe('naming').values)
}));

export const actions = {
	default: action(
		{ access: 'settings.manage', form: z.object({ ...namingFormats.shape, ...namingStyle.shape }) },
		({ app, form }) => {
			const faults = Object.keys(namingFormats.shape).flatMap((key) =>
				validateFormat(key as FormatName, form[key as FormatName]).map((message) => ({ path: key, message }))
			);
			if (faults.length > 0) throw invalid(faults[0]!.message, faults);
			app.settings.update('naming', form);
			return { saved: true };
		}
	)
};
