import { dictionary, type Entry } from './dictionary.ts';
import { gluedAudio } from './words/audio.ts';

const sound = new Set(gluedAudio);
const lines = /^(\d{3,5})([pi])(?:x?\d{0,3}|hd|x)$/;
const frame = /^(\d{3,4})x(\d{3,4})[pi]?$/;
const known = [
	240, 288, 360, 400, 404, 406, 432, 480, 528, 540, 544, 576, 640, 720, 900, 960, 1024, 1080, 1440, 2160, 4320
];

const exact = new Set([240, 288, 360, 368, 432, 480, 540, 576, 720, 900, 1080, 1440, 2160]);

/** The usual name of a picture of this width and height. */
export function frameHeight(width: number, height: number): string {
	if (width >= 7000) return '4320p';
	if (exact.has(height) && width < height * 3) return `${height}p`;
	if (width >= 3200 || height >= 1800) return '2160p';
	if (width >= 1800 || height >= 1000) return '1080p';
	if (width >= 1200 || height >= 700) return '720p';
	if (height === 576) return '576p';
	if (width >= 940 || height === 540) return '540p';
	return height >= 440 || width >= 640 ? '480p' : '360p';
}

/** "1080p", and slips of the pen: "10800p", "7200p". */
function lineName(digits: string, scan: string): string | undefined {
	const value = +digits;
	if (known.includes(value) || (value > 200 && value < 5000)) return value + scan;
	return known.includes(value / 10) ? value / 10 + scan : undefined;
}

function entry(sets: Entry['sets'], weight: number): Entry {
	return { sets, weight, trust: 2, capitals: false, tech: true };
}

const remembered = new Map<string, Entry | undefined>();

function read(text: string): Entry | undefined {
	const size = frame.exec(text);
	if (size) {
		// 2016x231 is an episode of a daily show
		if (+size[1]! > 1950 && +size[1]! < 2048 && +size[2]! < 400) return;
		return entry({ resolution: frameHeight(+size[1]!, +size[2]!), tech: 'frame' }, 3);
	}
	let k = 0;
	while (k < text.length && (text.charCodeAt(k) < 48 || text.charCodeAt(k) > 57)) k++;
	const head = text.slice(0, k);
	const rest = text.slice(k);
	const height = lines.exec(rest);
	if (height) {
		const name = lineName(height[1]!, height[2]!);
		const before = k > 1 ? dictionary.get(head)?.entry : undefined;
		if (name && (k < 2 || before)) return entry({ ...before?.sets, resolution: name }, 3);
	}
	const many = /^(.+?)x\d$/.exec(text);
	const manyOf = many && dictionary.get(many[1]!)?.entry;
	if (manyOf?.sets.audio) return manyOf;
	if (k > 0 && sound.has(head) && /^(?:\d{1,2}|x\d|\dx\d|\dch)$/.test(rest))
		return dictionary.get(head)?.entry;
	const times = /^(\d)x(.+)$/.exec(text) ?? /^(\d)(.{4,})$/.exec(text);
	const counted = /^\d([a-z]{3})$/.exec(text);
	const language = counted && dictionary.get(counted[1]!)?.entry;
	if (language?.sets.language) return language;
	if (times) {
		const of = dictionary.get(times[2]!)?.entry;
		if (of?.sets.audio || of?.sets.source || of?.sets.language) return of;
	}
	if (/^\d{2,5}(?:kbps|kbit|mbps|kb|mb|gb|mib|gib|fps|hz|khz|audio|audios|ch)$/.test(text))
		return entry({ tech: 'amount' }, 1);
	if (text.startsWith('4k') && text.length > 5) {
		const of = dictionary.get(text.slice(2))?.entry;
		if (of?.tech) return entry({ resolution: '2160p', ...of.sets, tech: 'frame' }, Math.max(2, of.weight));
	}
	return seam(text);
}

const ofSubtitles =
	/^(?:sub|subs|subbed|subtitles?|tit|napisy)(?=[a-z])|(?:sub|subs|subbed|subtitles?|subtitled|tit)$/;
const ofVoices = /^dub(?:bing|bed)?(?=[a-z])|dub(?:bed|s)?$/;

/** The language of "swesub", "subfrench" (subtitles) or "hundub" (voices). */
export function tongue(text: string): Entry | undefined {
	for (const [affix, field] of [
		[ofSubtitles, 'subtitle'],
		[ofVoices, 'language']
	] as const) {
		const code = affix.test(text) ? dictionary.get(text.replace(affix, ''))?.entry?.sets.language : undefined;
		if (code) return { sets: { [field]: code }, weight: 2, trust: 2, capitals: false, tech: false };
	}
	return undefined;
}

/** Two known words written as one: "hdtvx264", "h264aac". */
function seam(text: string): Entry | undefined {
	if (text.length < 6 || text.length > 20) return;
	for (let cut = 2; cut <= text.length - 3; cut++) {
		const a = dictionary.get(text.slice(0, cut))?.entry;
		if (!a || a.weight < 3) continue;
		const b = dictionary.get(text.slice(cut))?.entry;
		if (b && b.weight >= 2) return entry({ ...a.sets, ...b.sets }, 3);
	}
	return;
}

/** Reads a word that the dictionary lacks because numbers are stuck to it: "1080p", "1280x720", "DDP5", "BD720p", "FLACx2", "HDTVx264". */
export function glued(text: string): Entry | undefined {
	if (text.length > 24) return;
	if (remembered.has(text)) return remembered.get(text);
	const found = read(text);
	// a small memory: the same few hundred such words make up most releases
	if (remembered.size > 4000) remembered.clear();
	remembered.set(text, found);
	return found;
}
