import { entry, type Root } from './entry.ts';

const tidy = [
	entry('Nosferatu (1922)/Nosferatu (1922).mkv', 'Nosferatu 1922', 'silent', { beside: ['de', 'en'] }),
	entry('Metropolis (1927)/Metropolis (1927) - 1080p.mkv', 'Metropolis 1927', 'hd', {
		beside: ['de', 'en', 'fr']
	}),
	entry('Metropolis (1927)/Metropolis (1927) - 2160p.mkv', 'Metropolis 1927', 'uhd', {
		inside: ['de', 'en']
	}),
	entry(
		'Night of the Living Dead (1968) {tmdb-{tmdb}}/Night of the Living Dead (1968) - Bluray-1080p.mkv',
		'Night of the Living Dead 1968',
		'disc',
		{ inside: ['en', 'de'] }
	),
	entry(
		'Night of the Living Dead (1968) {tmdb-{tmdb}}/Night of the Living Dead (1968)-trailer.mp4',
		'Night of the Living Dead 1968',
		'hd720'
	),
	entry(
		'Night of the Living Dead (1968) {tmdb-{tmdb}}/Behind The Scenes/Light in the Graveyard.mp4',
		'Night of the Living Dead 1968',
		'hd720'
	),
	entry(
		'Night of the Living Dead (1968) {tmdb-{tmdb}}/Interviews/George A. Romero.mkv',
		'Night of the Living Dead 1968',
		'hd'
	),
	entry('His Girl Friday (1940) [imdbid-tt0032599]/His Girl Friday.mkv', 'His Girl Friday 1940', 'hd', {
		beside: ['en']
	}),
	entry('The Kid (1921)/The Kid (1921).mp4', 'The Kid 1921', 'silent'),
	entry('Safety Last! (1923)/Safety Last! (1923).mkv', 'Safety Last! 1923', 'silent'),
	entry('Sherlock Jr. (1924)/Sherlock Jr. (1924).mkv', 'Sherlock Jr. 1924', 'silent'),
	entry(
		'Sunrise - A Song of Two Humans (1927)/Sunrise - A Song of Two Humans (1927).mkv',
		'Sunrise: A Song of Two Humans 1927',
		'silent'
	),
	entry('The Lost World (1925)/The Lost World (1925).mkv', 'The Lost World 1925', 'silent'),
	entry('Carnival of Souls (1962)/Carnival of Souls (1962).mkv', 'Carnival of Souls 1962', 'hd'),
	entry(
		'Carnival of Souls (1962)/Carnival of Souls (1962) - Director’s Cut.mkv',
		'Carnival of Souls 1962',
		'disc'
	),
	entry('Terror by Night (1946)/Terror by Night (1946).mkv', 'Terror by Night 1946', 'hd720'),
	entry('Sita Sings the Blues (2008)/Sita Sings the Blues (2008).mp4', 'Sita Sings the Blues 2008', 'hd'),
	entry('Spring (2019)/Spring (2019).mkv', 'Spring 2019', 'av1'),
	entry('Sprite Fright (2021)/Sprite Fright (2021).webm', 'Sprite Fright 2021', 'web'),
	entry('The Hitch-Hiker (1953)/The Hitch-Hiker (1953).mkv', 'The Hitch-Hiker 1953', 'hd720'),
	entry('Gulliver’s Travels (1939)/Gulliver’s Travels (1939).mkv', "Gulliver's Travels 1939", 'hd', {
		inside: ['en']
	})
];

const scene = [
	entry(
		'The.General.1926.1080p.BluRay.x264-SILENT/the.general.1926.1080p.bluray.x264-silent.mkv',
		'The General 1926',
		'hd'
	),
	entry(
		'The.General.1926.1080p.BluRay.x264-SILENT/Sample/the.general.1926.1080p.bluray.x264-silent-sample.mkv',
		'The General 1926',
		'hd720'
	),
	entry(
		'Charade.1963.REMASTERED.1080p.BluRay.x265.10bit.AC3-BIJOU/charade.1963.remastered.1080p.bluray.x265-bijou.mkv',
		'Charade 1963',
		'disc',
		{ beside: ['en', 'en.forced'] }
	),
	entry('Tears.of.Steel.2012.2160p.WEB-DL.HDR.DDP5.1.H.265-OPEN.mkv', 'Tears of Steel 2012', 'uhd'),
	entry(
		'Sherlock.Holmes.And.The.Secret.Weapon.1942.DVDRip.XviD-OLD.avi',
		'Sherlock Holmes and the Secret Weapon 1942',
		'old'
	),
	entry('D.O.A.1950.1080p.WEB-DL.AAC2.0.H.264-NOIR.mkv', 'D.O.A. 1950', 'hd'),
	entry('scarlet.street.1945.720p.bluray.x264-noir.mkv', 'Scarlet Street 1945', 'hd720'),
	entry('Coffee.Run.2020.1080p.WEB.h264-OPEN.mkv', 'Coffee Run 2020', 'hd'),
	entry(
		'Agent 327 Operation Barbershop 2017 2160p WEB-DL AV1 Opus.mkv',
		'Agent 327: Operation Barbershop 2017',
		'av1'
	),
	entry('Dementia.13.1963.INTERNAL.720p.WEBRip.x264-GHOUL.mkv', 'Dementia 13 1963', 'hd720'),
	entry(
		'The.Little.Shop.of.Horrors.1960.COLORIZED.DVDRip.x264.mp4',
		'The Little Shop of Horrors 1960',
		'hd720'
	),
	entry('[Open] Charge (2022) [1080p][AV1].mkv', 'Charge 2022', 'av1'),
	entry('McLintock!.1963.German.DL.1080p.BluRay.x264-WEST.mkv', 'McLintock! 1963', 'hd')
];

const foreign = [
	entry('Der müde Tod (1921)/Der müde Tod.mkv', 'Destiny 1921', 'silent', { beside: ['de'] }),
	entry('Körkarlen (1921).mkv', 'The Phantom Carriage 1921', 'silent'),
	entry('Броненосец Потёмкин (1925)/Броненосец Потёмкин.mkv', 'Battleship Potemkin 1925', 'silent', {
		beside: ['ru', 'en']
	}),
	entry('Le Voyage dans la Lune 1902.mp4', 'A Trip to the Moon 1902', 'silent'),
	entry('狂った一頁 (1926)/狂った一頁.mkv', 'A Page of Madness 1926', 'silent'),
	entry('राजा हरिश्चन्द्र (1913).mkv', 'Raja Harishchandra 1913', 'silent'),
	entry('神女 (1934).mkv', 'The Goddess 1934', 'silent'),
	entry("La.Passion.de.Jeanne.d'Arc.1928.MULTi.1080p.mkv", 'The Passion of Joan of Arc 1928', 'silent'),
	entry(
		'Das Cabinet des Dr. Caligari (1920)/Das Cabinet des Dr. Caligari (1920).mkv',
		'The Cabinet of Dr. Caligari 1920',
		'silent',
		{ beside: ['de', 'en', 'ja'] }
	),
	entry('L’ultimo uomo della Terra (1964).mkv', 'The Last Man on Earth 1964', 'hd720'),
	entry('Häxan (1922)/Haexan.1922.mkv', 'Häxan 1922', 'silent'),
	entry(
		'Die Nacht der lebenden Toten/Die.Nacht.der.lebenden.Toten.1968.German.mkv',
		'Night of the Living Dead 1968',
		'hd720'
	)
];

const odd = [
	entry(
		'Dr. Mabuse, der Spieler (1922)/Dr. Mabuse, der Spieler (1922) - part1.mkv',
		'Dr. Mabuse, the Gambler 1922',
		'silent'
	),
	entry(
		'Dr. Mabuse, der Spieler (1922)/Dr. Mabuse, der Spieler (1922) - part2.mkv',
		'Dr. Mabuse, the Gambler 1922',
		'silent'
	),
	entry('Detour (1945)/VIDEO_TS/VTS_01_1.VOB', 'Detour 1945', 'dvd'),
	entry('haunted/hohh-dvdrip.avi', 'House on Haunted Hill 1959', 'old'),
	entry('Sintel.mkv', 'Sintel 2010', 'hd', { inside: ['en', 'de', 'fr', 'es'] }),
	entry('big_buck_bunny_1080p_h264.mov', 'Big Buck Bunny 2008', 'hd'),
	entry('Elephants Dream 2006/ED_HD.avi', 'Elephants Dream 2006', 'old'),
	entry('Caminandes/Caminandes - Llama Drama (2013).mp4', 'Caminandes: Llama Drama 2013', 'hd720'),
	entry('Caminandes/Caminandes - Gran Dillama (2013).mp4', 'Caminandes: Gran Dillama 2013', 'hd720'),
	entry('Caminandes/Caminandes - Llamigos (2016).mp4', 'Caminandes: Llamigos 2016', 'hd720'),
	entry('Cosmos Laundromat (2015).mkv', 'Cosmos Laundromat: First Cycle 2015', 'hd'),
	entry('Phantom of the Opera, The (1925)/film.mkv', 'The Phantom of the Opera 1925', 'silent'),
	entry('Plan 9 from Outer Space (1959).mkv', 'Plan 9 from Outer Space 1957', 'old', { unsure: true }),
	entry('1964 - The Stranger (1946) Orson Welles.mkv', 'The Stranger 1946', 'hd720', { unsure: true }),
	entry('Jekyll/Dr Jekyll and Mr Hyde.mkv', 'Dr. Jekyll and Mr. Hyde 1920', 'long'),
	entry('The Bat.mkv', 'The Bat 1959', 'hd720', { unsure: true }),
	entry('The Cabnet of Doctor Caligary.mkv', 'The Cabinet of Dr. Caligari 1920', 'silent', { unsure: true }),
	entry('Beat teh Devil (1953).mkv', 'Beat the Devil 1953', 'hd720', { unsure: true }),
	entry('white zombi 1932.avi', 'White Zombie 1932', 'old'),
	entry('Summer at the Lake 2019/DSC_0042.mp4', undefined, 'hd720', { unsure: true }),
	entry('asdf1234.mkv', undefined, 'old', { unsure: true })
];

export const filmShelf: Root = {
	name: 'Films',
	kind: 'movie',
	entries: [...tidy, ...scene, ...foreign, ...odd],
	notes: {
		'haunted/movie.nfo': `<?xml version="1.0" encoding="UTF-8"?>
<movie>
  <title>House on Haunted Hill</title>
  <year>1959</year>
  <uniqueid type="imdb" default="true">tt0051744</uniqueid>
</movie>
`,
		'The.General.1926.1080p.BluRay.x264-SILENT/the.general.nfo': 'A plain note, as releases carry them.\n',
		'Nosferatu (1922)/readme.txt': 'Tinted after the print of the premiere.\n'
	}
};
