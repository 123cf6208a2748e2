import { cyrillic, han, kana } from './fold.ts';
import { gapAfter, gapBefore, isCapital, mark, type Reading } from './reading.ts';
import type { Bounds } from './bounds.ts';
import type { Hit } from './scan.ts';

export interface Languages {
	languages: string[];
	subtitles: string[];
	dubbed: boolean;
	hardcoded: boolean;
}

const nordic = ['da', 'fi', 'sv', 'no'];

interface Spoken {
	hit: Hit;
	subtitle: boolean;
	/** "sub FR" says it of the subtitles alone */
	only: boolean;
}

/** Does one language word stand next to another? "EN+FR", "ita-eng", "[En.De.Fr]". */
function inCompany(reading: Reading, hit: Hit): boolean {
	const before = reading.tokens[hit.first - 1]?.hit;
	const after = reading.tokens[hit.last]?.hit;
	const near = /^[\s.,+/&_-]{1,3}$/;
	return (
		(before?.sets.language !== undefined && near.test(gapBefore(reading, hit.first))) ||
		(after?.sets.language !== undefined && near.test(gapAfter(reading, hit.last - 1)))
	);
}

function besideSub(reading: Reading, hit: Hit): boolean {
	const before = reading.tokens[hit.first - 1]?.hit;
	const after = reading.tokens[hit.last]?.hit;
	return (
		before?.sets.sub !== undefined ||
		after?.sets.sub !== undefined ||
		before?.sets.dubbed !== undefined ||
		after?.sets.dubbed !== undefined
	);
}

function believable(reading: Reading, hit: Hit): boolean {
	const { trust } = hit.entry;
	if (trust === 2) return true;
	const token = reading.tokens[hit.first]!;
	const capital = isCapital(reading, token);
	if (trust === 1) {
		if (capital || inCompany(reading, hit) || besideSub(reading, hit)) return true;
		const around = [reading.tokens[hit.first - 1]?.hit, reading.tokens[hit.last]?.hit];
		return around.some((other) => other?.entry.tech) || hit.last >= reading.tokens.length;
	}
	if (inCompany(reading, hit) || besideSub(reading, hit)) return true;
	if (!capital)
		return (
			token.text === 'fr' ||
			reading.lower.slice(reading.from, reading.to) === reading.text.slice(reading.from, reading.to)
		);
	// two capitals may be a channel (NO, IS ...) or a word; they need a technical neighbour
	const around = [reading.tokens[hit.first - 1]?.hit, reading.tokens[hit.last]?.hit];
	return (
		around.some((other) => other !== undefined) ||
		hit.first === 0 ||
		/^\d/.test(reading.tokens[hit.first - 1]?.text ?? '')
	);
}

/** "2021.Portuguese.Grand.Prix.Race": the word begins a name and tells nothing of the sound. */
function beginsName({ tokens, text }: Reading, hit: Hit): boolean {
	const token = tokens[hit.first]!;
	if (token.box >= 0 || token.text.length < 4 || !/^[A-Z][a-z]+$/.test(text.slice(token.start, token.end)))
		return false;
	return [0, 1].every((step) => {
		const next = tokens[hit.last + step];
		return (
			next !== undefined &&
			!next.hit &&
			!next.digit &&
			next.box < 0 &&
			/^[A-Z][a-z]/.test(text.slice(next.start, next.start + 2))
		);
	});
}

/** Marks the language words that "Sub" speaks of: those behind a "Sub" and those in one run before it. */
function markSubtitles(reading: Reading, hits: Hit[], spoken: Spoken[]): void {
	if (!hits.some((hit) => hit.sets.sub !== undefined)) return;
	const { tokens } = reading;
	const at = new Map(spoken.map((one) => [one.hit.first, one]));
	const ends = new Map(spoken.map((one) => [one.hit.last, one]));
	for (let i = 0; i < tokens.length; i++) {
		const hit = tokens[i]!.hit;
		const word = hit?.sets.sub;
		if (!hit || !word || hit.first !== i) continue;
		let any = false;
		if (word === 'sub' || tokens[i]!.text === 'subs') {
			for (let k = hit.last, rounds = 0; rounds < 12; rounds++) {
				const one = at.get(k);
				if (!one || gapAfter(reading, k - 1).length > 3) break;
				one.subtitle = any = true;
				one.only = tokens[i]!.text === 'sub';
				k = one.hit.last;
			}
		}
		const plural = word === 'subs' && reading.kind !== undefined;
		if (any || word === 'hardsub') continue;
		for (let k = hit.first, rounds = 0; rounds < 12; rounds++) {
			const one = ends.get(k);
			if (!one || gapBefore(reading, k).length > 2) break;
			if (plural && rounds === 0 && ends.get(one.hit.first)) break;
			one.subtitle = true;
			k = one.hit.first;
		}
	}
}

function push(list: string[], code: string): void {
	if (!list.includes(code)) list.push(code);
}

function fromScript(reading: Reading, start: number, out: Languages): void {
	const text = reading.text.slice(reading.tokens[start]?.start ?? 0);
	if (cyrillic.test(text) && !out.languages.some((code) => code === 'uk' || code === 'be'))
		push(out.languages, 'ru');
	if (kana.test(text)) push(out.languages, 'ja');
	if (han.test(text)) push(out.languages, 'zh');
}

const zh = /[简繁]|中字|字幕|国语|國語|国配|粤语|普通话/;

function special(reading: Reading, hits: Hit[], tech: number, out: Languages): void {
	const { kind } = reading;
	const has = (value: string): Hit | undefined =>
		hits.find(
			(hit) => hit.sets.multi === value && hit.first >= tech && isCapital(reading, reading.tokens[hit.first]!)
		);
	if (has('dl') && out.languages.includes('de')) push(out.languages, kind ? 'x-original' : 'mul');
	if (has('ml') && out.languages.includes('de'))
		for (const code of kind ? ['x-original', 'en'] : ['mul']) push(out.languages, code);
	if (!kind && out.languages.length === 0) {
		if (hits.some((hit) => hit.sets.multi === 'multi' && hit.first >= tech)) push(out.languages, 'mul');
		else if (out.dubbed) push(out.languages, 'und');
	}
}

/** What languages the name speaks of; words before `tech` belong to titles. */
export function findLanguages(
	reading: Reading,
	hits: Hit[],
	{ start, tech }: Bounds,
	isOutside: (hit: Hit) => boolean
): Languages {
	const out: Languages = { languages: [], subtitles: [], dubbed: false, hardcoded: false };
	const spoken: Spoken[] = [];
	for (const hit of hits) {
		const { sets } = hit;
		if (hit.first < tech && !isOutside(hit)) continue;
		if (sets.dubbed ?? (sets.language && /dub/.test(reading.tokens[hit.last - 1]!.text))) out.dubbed = true;
		if (sets.sub === 'hardsub') out.hardcoded = true;
		if (sets.subtitle) {
			for (const code of sets.subtitle === 'nordic' ? nordic : [sets.subtitle]) push(out.subtitles, code);
			mark(reading, 'subtitleLanguages', reading.tokens[hit.first]!.start, reading.tokens[hit.last - 1]!.end);
		}
		if (sets.language && believable(reading, hit) && !beginsName(reading, hit))
			spoken.push({ hit, subtitle: false, only: false });
	}
	markSubtitles(reading, hits, spoken);
	for (const { hit, subtitle } of spoken) {
		let code = hit.sets.language!;
		const word = reading.tokens[hit.first]!.text;
		if (code === 'lv' && word === 'lat' && reading.kind === undefined) code = 'es-419';
		if (/^(?:plsub|plsubbed|napisypl)$/.test(word) || (word === 'sub' && code === 'pl'))
			push(out.subtitles, code);
		else push(subtitle ? out.subtitles : out.languages, code);
		mark(
			reading,
			subtitle ? 'subtitleLanguages' : 'languages',
			reading.tokens[hit.first]!.start,
			reading.tokens[hit.last - 1]!.end
		);
	}
	if (!reading.ascii && zh.test(reading.text)) push(out.languages, 'zh');
	if (reading.kind !== undefined) {
		out.languages = out.languages.map((code) => (code === 'de-CH' ? 'de' : code));
		if (hits.some((hit) => /^dublad[oa]$/.test(reading.tokens[hit.first]!.text) && hit.first >= tech))
			push(out.languages, 'pt-BR');
	}
	if (out.languages.includes('es-419'))
		out.languages = ['es-419', ...out.languages.filter((code) => code !== 'es-419' && code !== 'es')];
	if (out.languages.includes('pt-BR')) out.languages = out.languages.filter((code) => code !== 'pt');
	if (reading.kind === undefined) {
		if (!reading.ascii) fromScript(reading, start, out);
		// a general reader hears of every language named, unless the subtitles are set apart from the voices
		const apart = spoken.some((one) => !one.subtitle && one.hit.sets.language !== 'x-original')
			? spoken.filter((one) => one.only).map((one) => one.hit.sets.language!)
			: [];
		for (const code of out.subtitles) if (!apart.includes(code)) push(out.languages, code);
		out.languages = [...new Set(out.languages.map((code) => (code === 'pt-BR' ? 'pt' : code)))].filter(
			(code) => code !== 'x-original'
		);
	}
	if (reading.kind === undefined && out.languages.length === 0 && /temporada/.test(reading.lower)) {
		out.languages.push(/dublad/.test(reading.lower) ? 'pt' : 'es');
	}
	// Portuguese counts its episodes so
	if (
		reading.kind === undefined &&
		!out.languages.some((code) => code === 'pt' || code === 'es') &&
		/\bcapitulo\b|\d ao \d/.test(reading.lower)
	)
		out.languages.push('pt');
	special(reading, hits, tech, out);
	return out;
}
