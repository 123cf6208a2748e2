import type { ArrApp } from '#core/formats/arr/arr-enums.ts';

export interface GuideFile {
	path: string;
	text: string;
}

const readable = /\.(json|ya?ml)$/i;
const apps: Record<ArrApp, RegExp> = { radarr: /(^|\/)radarr\//i, sonarr: /(^|\/)sonarr\//i };

/** Of a whole guide only what can be read, and only the part for one app where it is sorted by app. */
export async function filesOf(app: ArrApp, files: readonly File[], pasted: string): Promise<GuideFile[]> {
	const other = apps[app === 'radarr' ? 'sonarr' : 'radarr'];
	const chosen = files.filter(({ name, size }) => size > 0 && readable.test(name) && !other.test(name));
	const read = await Promise.all(
		chosen.slice(0, 2000).map(async (file) => ({ path: file.name, text: await file.text() }))
	);
	return pasted.trim() === '' ? read : [...read, { path: 'What you pasted', text: pasted }];
}
