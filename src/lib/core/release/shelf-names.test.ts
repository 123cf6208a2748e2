import { expect, test } from 'vitest';
import { parsePath } from './parse.ts';
import { said } from './said.fixture.ts';

const shows = [
	['Room 12/Season 1/Room 12 - 05.mkv', 'Room 12 s1 e5'],
	['Harbour 100/Harbour 100 - 04.mkv', 'Harbour 100 #4'],
	['24 Piers/24.Piers.S02E03.mkv', '24 Piers s2 e3'],
	['24 Piers/Season 1/24.mkv', '24 Piers s1 e24'],
	['Unit-12', 'Unit-12'],
	['8-2-4', '8-2-4'],
	['Piers {tvdb-77}/Season 1/S01E02 - The Boat.mkv', 'Piers s1 e2'],
	['Drama/Quiet Pier', 'Quiet Pier']
] as const;

test.each(shows)('the name of the show holds no episode: %s', (path, expected) => {
	expect(said(parsePath(path, { kind: 'series' }))).toBe(expected);
});

const seasons = [
	['Quiet Pier/2022/2022-03-16.mkv', 'Quiet Pier s2022 2022-03-16'],
	['Quiet Pier/2005/Quiet Pier - S2005E03.mkv', 'Quiet Pier s2005 e3'],
	['Quiet Pier/T02/E04.mkv', 'Quiet Pier s2 e4'],
	['Quiet Pier/Livre 3/05 - La barque.mkv', 'Quiet Pier s3 e5'],
	['Quiet Pier/Season 10/1005 - The Boat.mkv', 'Quiet Pier s10 e5'],
	['Quiet Pier/Season 5/Pier 524-525.avi', 'Quiet Pier s5 e24,25'],
	['Quiet Pier/Season 2/(21) The Boat.mkv', 'Quiet Pier s2 e21'],
	['Quiet Pier/Season 2/[22] The Boat.mkv', 'Quiet Pier s2 e22'],
	['Quiet Pier/Season 2/Quiet Pier - 02x01, 02, 03.avi', 'Quiet Pier s2 e1..3'],
	['Quiet Pier/Season 2/Part 3 - The Boat.mkv', 'Quiet Pier s2 e3 part 3'],
	['Quiet Pier/Season 0/0x04 - The Boat.mkv', 'Quiet Pier s0 e4'],
	['Shelf/1923/1923 S01E02.mkv', '1923 s1 e2'],
	['Quiet Pier/Quiet Pier - 2.12.mkv', 'Quiet Pier s2 e12'],
	['Quiet Pier/4. řada/Quiet Pier 05.avi', 'Quiet Pier s4 e5'],
	['Quiet Pier/עונה 2/פרק 3.mkv', 'Quiet Pier s2 e3'],
	['Quiet Pier/Quiet Pier 26 END.mkv', 'Quiet Pier #26'],
	['Quiet Pier/Temporada 2/Quiet Pier - T2E03.mkv', 'Quiet Pier s2 e3'],
	['Quiet Pier/Season 2/[S02.E01] Quiet Pier.mkv', 'Quiet Pier s2 e1'],
	['Quiet Pier/Season 2/Chapter 3 - The Boat.mkv', 'Quiet Pier s2 e3 part 3'],
	['Quiet Pier/Season 2/quietpier206.mkv', 'Quiet Pier s2 e6'],
	['Quiet Pier/Christmas Specials/Quiet Pier - 05.mkv', 'Quiet Pier s0 e5'],
	['Quiet Pier/Quiet Pier 10.11.2023.mp4', 'Quiet Pier 2023-11-10'],
	['Quiet Pier/Season 3/10 & 11 - The Boat.mkv', 'Quiet Pier s3 e10,11'],
	['Quiet Pier/Season 3/Quiet Pier 01, 02, 03.mkv', 'Quiet Pier s3 e1..3'],
	['Quiet Pier/Season 1/1-15.avi', 'Quiet Pier s1 e15'],
	['Quiet Pier/Season 1/Quiet-Pier-1-17.avi', 'Quiet Pier s1 e17'],
	['Quiet Pier/Series Two/06.avi', 'Quiet Pier s2 e6'],
	['Quiet Pier/Quiet Pier 2/10.avi', 'Quiet Pier s2 e10'],
	['Quiet Pier/QuietPier22.mp4', 'Quiet Pier #22'],
	['Regatta/Regatta.2024.Round.05.Lisbon.mkv', 'Regatta s2024 e5'],
	['Regatta/2024/Regatta.2024.R05.Lisbon.mkv', 'Regatta s2024 e5'],
	['Quiet Pier/pier_ep02_ep03.avi', 'pier #2,3'],
	['server/pier_102.mp4', 'pier s1 e2'],
	['Quiet Pier/第三季/04 - Name.mkv', 'Quiet Pier s3 e4'],
	['Quiet Pier Part 5/Quiet Pier Part 5 - 06.mkv', 'Quiet Pier Part 5 #6 part 5']
] as const;

test.each(seasons)('what folders of seasons hold: %s', (path, expected) => {
	expect(said(parsePath(path, { kind: 'series' }))).toBe(expected);
});

const specials = [
	['Kaze no Michi/[Moku] Kaze no Michi - SP1 [720p].mkv', 'Kaze no Michi #1 | 720p | Moku'],
	['Kaze no Michi/Kaze no Michi OVA - 02.mkv', 'Kaze no Michi #2'],
	['Kaze no Michi/Specials/SP2.mkv', 'Kaze no Michi s0 #2'],
	['Kaze no Michi/Kaze no Michi Special 03.mkv', 'Kaze no Michi #3'],
	['(Moku) Kaze no Michi - 07 (1080p).mkv', 'Kaze no Michi #7 | 1080p | Moku']
] as const;

test.each(specials)('specials that are counted apart, and groups in front: %s', (path, expected) => {
	expect(said(parsePath(path, { kind: 'series' }))).toBe(expected);
});

const films = [
	['Shelf/01 - Low Tide (1962).mkv', 'Low Tide (1962)'],
	['Shelf/02. High Tide (1965)/High Tide.mkv', 'High Tide (1965)'],
	['Shelf/12 Boats (1995).mkv', '12 Boats (1995)'],
	['1. May (2008)/1. May (2008).mkv', '1. May (2008)'],
	['Galaxy - Episode 5 - The Return (1980).mkv', 'Galaxy - Episode 5 - The Return (1980) e5'],
	['2010 - The Tower (1968)/2010 - The Tower.mkv', '2010 - The Tower (1968)'],
	['Low Tide (2011)/Blu-ray/BDMV', 'Low Tide (2011)'],
	['7½ (1963)/7½ (1963).mkv', '7½ (1963)'],
	['Ada Quist - (2016) - Low Tide.mkv', 'Low Tide (2016)'],
	['boats.net.Low.Tide.2016.720p.mkv', 'Low Tide (2016) | 720p'],
	['Fora.com.Ana.2016.720p.mkv', 'Fora com Ana (2016) | 720p'],
	['Low_Tide_21.03.17_20-15_orf1_120_TVOON_DE.mpg.avi', 'Low Tide']
] as const;

test.each(films)('films on a shelf: %s', (path, expected) => {
	expect(said(parsePath(path, { kind: 'movie' }))).toBe(expected);
});
