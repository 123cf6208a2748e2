import { expect, test } from 'vitest';
import { parse } from './parse.ts';

function shown(name: string, kind?: 'movie' | 'series'): Record<string, string[]> {
	const out: Record<string, string[]> = {};
	for (const { field, start, end } of parse(name, { kind, marks: true }).marks ?? [])
		(out[field] ??= []).push(name.slice(start, end));
	return out;
}

test('marks give the place of every field in the name', () => {
	const marks = shown('Harbour.Lights.S01E08.Low.Tide.German.1080p.WEB-DL.DDP5.1.H.264-QRT.mkv', 'series');
	expect(marks).toMatchObject({
		title: ['Harbour.Lights'],
		episodes: ['S01E08'],
		languages: ['German'],
		resolution: ['1080p'],
		source: ['WEB-DL'],
		audio: ['DDP5.1'],
		codec: ['H.264'],
		group: ['QRT'],
		container: ['mkv']
	});
});

test('marks of a film: year, edition, dynamic range', () => {
	const marks = shown('Quiet Harbour (2019) Directors Cut [2160p] [HDR10+] [UHD BluRay]', 'movie');
	expect(marks['year']).toEqual(['2019']);
	expect(marks['edition']).toEqual(['Directors Cut']);
	expect(marks['hdr']?.[0]).toMatch(/^HDR10/);
});

test('marks in a path point into the whole path', () => {
	const path = '/media/Series/Harbour Lights/Season 2/Harbour Lights - S02E08 - 720p.mkv';
	expect(parse(path, { marks: true }).marks?.map(({ start, end }) => path.slice(start, end))).toContain(
		'S02E08'
	);
});

test('nothing is marked unless asked for', () => {
	expect(parse('Harbour.Lights.S01E08.720p').marks).toBeUndefined();
});
