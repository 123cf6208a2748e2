import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import { said } from './said.fixture.ts';

const spoken = [
	['Paper.Boats.2021.1080p.BluRay.Rus.Ukr.Eng.HDCLUB', 'Paper Boats (2021) | 1080p bluray | ru uk en'],
	[
		'Paper Boats (2021) [Hindi (ORG 5.1) + English] 1080p WEB-DL',
		'Paper Boats (2021) | 1080p web-dl 5.1 | hi en'
	],
	['Paper Boats (2021) HQ HDRip [Tam + Tel + Hin] 720p', 'Paper Boats (2021) | 720p hdrip | ta te hi'],
	['Paper.Boats.2021.iTA-ENG.1080p.BluRay.x264', 'Paper Boats (2021) | 1080p bluray h264 | it en'],
	['Paper.Boats.2021.ENG.SUB.ITA.720p', 'Paper Boats (2021) | 720p | en +it'],
	['Paper Boats [2021][1080p][Dual Audio][Latino-Ingles]', 'Paper Boats (2021) | 1080p | es-419 en'],
	['Paper.Boats.2021.NORDICSUBS.720p', 'Paper Boats (2021) | 720p | +da +fi +sv +no'],
	['Paper.Boats.2021.HUNDUB.720p', 'Paper Boats (2021) | 720p | hu'],
	['Paper Boats 2021 TÜRKÇE DUBLAJ 1080p', 'Paper Boats (2021) | 1080p | tr'],
	['Paper.Boats.2021.NAPISY.PL.720p', 'Paper Boats (2021) | 720p | +pl'],
	['Paper.Boats.2021.VOF.1080p', 'Paper Boats (2021) | 1080p | fr'],
	['Paper.Boats.2021.MULTi.VFQ.1080p.WEBRip.x264', 'Paper Boats (2021) | 1080p webrip h264 | fr'],
	['Paper.Boats.2021.German.DTSD.DL.1080p', 'Paper Boats (2021) | 1080p dts | de x-original'],
	['Paper.Boats.2021.German.Subbed.1080p', 'Paper Boats (2021) | 1080p | +de'],
	['Paper.Boats.2021.[EN+FR].1080p', 'Paper Boats (2021) | 1080p | en fr'],
	['Paper Boats 2021 Dublado 5.1 1080p', 'Paper Boats (2021) | 1080p 5.1 | pt-BR'],
	[
		'El último faro (2014) [BDremux 1080p][AC3 5.1 Castellano DTS-HD 5.1-Ingles+Subs]',
		'El último faro (2014) | 1080p bluray remux dd dts-hd 5.1 | es +en'
	],
	[
		'Der.letzte.Leuchtturm.2014.GERMAN.ML.1080p.WEB.H264',
		'Der letzte Leuchtturm (2014) | 1080p web h264 | de x-original en'
	]
] as const;

test.each(spoken)('spoken and written languages: %s', (name, expected) => {
	expect(said(parse(name, { kind: 'movie' }))).toBe(expected);
});

const words = [
	['The.Polish.Officer.2021.PL.1080p', 'The Polish Officer (2021) | 1080p | pl'],
	['Vienna.in.Italian.2021.ITALIAN.1080p', 'Vienna in Italian (2021) | 1080p | it'],
	['It.Comes.2021.iT.WEB-DL', 'It Comes (2021) | web-dl iTunes'],
	['Made.in.UK.2021.1080p', 'Made in UK (2021) | 1080p'],
	['Tamil.Tigers.2021.1080p', 'Tamil Tigers (2021) | 1080p'],
	['Dan.and.Est.2021.1080p', 'Dan and Est (2021) | 1080p'],
	['Cat.Person.2021.1080p', 'Cat Person (2021) | 1080p'],
	['Mon.Oncle.2021.FRENCH.720p', 'Mon Oncle (2021) | 720p | fr']
] as const;

test.each(words)('titles with words of languages: %s', (name, expected) => {
	expect(said(parse(name, { kind: 'movie' }))).toBe(expected);
});
