import { z } from 'zod';
import { namingFormats } from '#core/naming/naming-formats.ts';
import { namingStyle } from '#core/naming/naming-style.ts';
import { defaultFormats } from '#core/naming/presets.ts';
import { validateFormat } from '#core/naming/validate-format.ts';
import { defineSettings, type Settings } from '#server/platform/settings.ts';
import type { Naming } from './change/rename.ts';

export const librarySettings = defineSettings('library', {
	title: 'Library',
	description: 'How folders are kept an eye on, and what happens to deleted files.',
	group: 'Library',
	schema: z.object({
		watch: z.boolean().default(true).meta({
			title: 'Watch folders',
			description:
				'New files appear within seconds. Network mounts are looked at by the task "Look at network folders".'
		}),
		probe: z.boolean().default(true).meta({
			title: 'Look into files',
			description: 'Reads duration, picture, sound and subtitles of every file with ffprobe.'
		}),
		probeTimeoutSeconds: z
			.number()
			.int()
			.min(5)
			.max(600)
			.default(60)
			.meta({ title: 'Give up on a file after', unit: 's', advanced: true }),
		localPictures: z
			.enum(['first', 'fallback', 'never'])
			.default('first')
			.meta({
				title: 'Pictures beside the files',
				description: 'poster.jpg, fanart.jpg and the like, as Kodi and Jellyfin know them.',
				labels: {
					first: 'Count more than those of the source',
					fallback: 'Only where the source has none',
					never: 'Are left alone'
				}
			}),
		refreshDays: z.number().int().min(1).max(365).default(30).meta({
			title: 'Refresh metadata after',
			description: 'Running series are refreshed every day.',
			unit: 'days',
			advanced: true
		}),
		trashDays: z.number().int().min(0).max(3650).default(30).meta({
			title: 'Keep deleted files for',
			description: 'They lie in .bijou-trash in their root folder and can be brought back.',
			unit: 'days'
		}),
		changeDays: z.number().int().min(1).max(3650).default(90).meta({
			title: 'Remember changes for',
			description: 'So long an edit, a match or a renaming can be undone.',
			unit: 'days',
			advanced: true
		})
	})
});

const title = {
	movieFolder: 'Folder of a film',
	movieFile: 'File of a film',
	seriesFolder: 'Folder of a series',
	seasonFolder: 'Folder of a season',
	specialsFolder: 'Folder of specials',
	episode: 'Episode',
	dailyEpisode: 'Episode of a daily show',
	animeEpisode: 'Episode of anime',
	artistFolder: 'Folder of an artist',
	albumFolder: 'Folder of an album',
	track: 'Track'
};

const patterns = z.object(
	Object.fromEntries(
		Object.entries(namingFormats.shape).map(([key, pattern]) => {
			const name = key as keyof typeof title;
			const sound = pattern.check(({ value, issues }) => {
				for (const message of validateFormat(name, value))
					issues.push({ code: 'custom', input: value, message });
			});
			return [key, sound.default(defaultFormats[name]).meta({ title: title[name] })];
		})
	) as { [K in keyof typeof title]: z.ZodDefault<z.ZodString> }
);

export const namingSettings = defineSettings('naming', {
	title: 'Naming',
	description: 'How files and folders are called when Bijou brings them in or renames them.',
	group: 'Library',
	schema: patterns.extend({
		multiEpisode: namingStyle.shape.multiEpisode.meta({ title: 'Several episodes in one file' }),
		colon: namingStyle.shape.colon.meta({ title: 'Instead of a colon' }),
		illegal: namingStyle.shape.illegal.meta({ title: 'Other forbidden characters' }),
		spaces: namingStyle.shape.spaces.meta({ title: 'Spaces' }),
		letters: namingStyle.shape.letters.meta({ title: 'Letters' })
	})
});

export function namingOf(settings: Settings): Naming {
	const { multiEpisode, colon, illegal, spaces, letters, ...formats } = settings.get(namingSettings);
	return { formats, style: { multiEpisode, colon, illegal, spaces, letters } };
}
