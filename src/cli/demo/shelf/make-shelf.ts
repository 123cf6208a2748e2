import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { findProgram, run } from '#server/platform/process.ts';
import type { World } from '../world/world.ts';
import { clips, type Clip, type ClipName } from './clips.ts';
import type { Entry, Root } from './entry.ts';
import { animeShelf, seriesShelf } from './series-shelf.ts';
import { filmShelf } from './films-shelf.ts';
import { subtitleOf } from './subtitle.ts';

export const shelves = (born: string): Root[] => [filmShelf, seriesShelf(born), animeShelf];

const workOf = (world: World, is: string | undefined) =>
	[...world.films.values()].find(({ title, date }) => is === `${title} ${date.slice(0, 4)}`) ??
	[...world.shows.values()].find(({ title }) => title === is);

/** The path with the ids of the world in it. */
export function pathOf(world: World, entry: Entry): string {
	return entry.path.replace('{tmdb}', String(workOf(world, entry.is)?.id ?? ''));
}

export function noteOf(world: World, path: string, text: string): string {
	const show = [...world.shows.values()].find(({ title }) =>
		path.toLowerCase().startsWith(title.toLowerCase())
	);
	return text.replace('{tvdb}', String(show?.tvdb ?? ''));
}

/** Works on a list, two at a time. */
async function each<T>(items: readonly T[], work: (item: T, index: number) => Promise<void>): Promise<void> {
	let next = 0;
	const worker = async () => {
		while (next < items.length) {
			const index = next++;
			await work(items[index]!, index);
		}
	};
	await Promise.all([worker(), worker()]);
}

interface Making {
	folder: string;
	world: World;
	born: string;
	say(line: string): void;
}

/** Lays out the films of the demo below `folder`, once; the same films are found there the next time. */
export async function makeShelf({ folder, world, born, say }: Making): Promise<Root[]> {
	const roots = shelves(born);
	const mark = join(folder, '.made');
	const wanted = createHash('sha256')
		.update(JSON.stringify([roots, clips]))
		.digest('hex');
	if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return roots;
	const ffmpeg = await findProgram('ffmpeg');
	if (!ffmpeg)
		throw new Error('ffmpeg is needed to make the test films. Install it, or name it with FFMPEG_PATH.');
	const started = Date.now();
	for (const { name } of roots) rmSync(join(folder, name), { recursive: true, force: true });
	const workshop = join(folder, '.clips');
	mkdirSync(workshop, { recursive: true });
	const used = [...new Set(roots.flatMap(({ entries }) => entries.map(({ clip }) => clip)))];
	say(`Making ${used.length} test films ...`);
	const masters = new Map<ClipName, string>();
	await each(used, async (name) => {
		const made = await encode(ffmpeg, workshop, name);
		if (made) masters.set(name, made);
		else say(`This ffmpeg cannot make "${name}"; a plain film stands in for it.`);
	});
	const entries = roots.flatMap((root) => root.entries.map((entry) => ({ root, entry })));
	say(`Wrapping them as ${entries.length} files ...`);
	await each(entries, async ({ root, entry }, index) => {
		const file = join(folder, root.name, pathOf(world, entry));
		await wrap(ffmpeg, masters.get(entry.clip) ?? masters.get('hd720')!, file, entry, index);
		const day = 86_400;
		const then = Date.parse(born) / 1000 - day * (2 + (index % 60));
		utimesSync(file, then, then);
	});
	for (const root of roots) {
		for (const [path, text] of Object.entries(root.notes))
			writeFileSync(join(folder, root.name, path), noteOf(world, path, text));
	}
	writeFileSync(mark, wanted);
	say(`The films are ready after ${Math.round((Date.now() - started) / 1000)} s.`);
	return roots;
}

const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'];

async function encode(ffmpeg: string, folder: string, name: ClipName): Promise<string | undefined> {
	const clip: Clip = clips[name];
	const file = join(folder, `${name}.${clip.endings[0]}`);
	const args = [...quiet, ...clip.input, ...clip.output, '-shortest', file];
	const { code } = await run(ffmpeg, args, { timeoutMs: 60_000 });
	return code === 0 ? file : undefined;
}

const subtitleCodec: Record<string, string> = {
	'.mp4': 'mov_text',
	'.m4v': 'mov_text',
	'.mov': 'mov_text',
	'.webm': 'webvtt'
};
const iso3: Record<string, string> = { en: 'eng', de: 'ger', fr: 'fre', es: 'spa', ja: 'jpn', ru: 'rus' };

/** The same pictures in the container, under the title and with the subtitles of the entry; no two are alike. */
async function wrap(
	ffmpeg: string,
	master: string,
	file: string,
	entry: Entry,
	index: number
): Promise<void> {
	mkdirSync(dirname(file), { recursive: true });
	const stem = file.slice(0, -extname(file).length);
	for (const language of entry.beside ?? []) writeFileSync(`${stem}.${language}.srt`, subtitleOf(language));
	const inside = (entry.inside ?? []).map((language) => {
		const path = `${master}.${language}.srt`;
		writeFileSync(path, subtitleOf(language));
		return { language, path };
	});
	const ending = extname(file).toLowerCase();
	const seconds = clips[entry.clip].seconds;
	const cut = seconds > 60 ? [] : ['-t', (seconds * (1 - (index % 5) * 0.06)).toFixed(2)];
	const args = [
		...quiet,
		'-i',
		master,
		...inside.flatMap(({ path }) => ['-i', path]),
		'-map',
		'0',
		...inside.flatMap((_, at) => ['-map', String(at + 1)]),
		'-c',
		'copy',
		...(inside.length > 0 ? ['-c:s', subtitleCodec[ending] ?? 'srt'] : []),
		...inside.flatMap(({ language }, at) => [
			`-metadata:s:s:${at}`,
			`language=${iso3[language] ?? language}`
		]),
		...cut,
		'-metadata',
		`title=${entry.is ?? 'Untitled'} (${index})`,
		...(ending === '.vob' ? ['-f', 'vob'] : []),
		file
	];
	const { code, stderr } = await run(ffmpeg, args, { timeoutMs: 60_000 });
	if (code !== 0) throw new Error(`ffmpeg could not make ${file}: ${stderr.trim()}`);
}
