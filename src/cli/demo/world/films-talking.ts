import { film } from './fact.ts';

const holmes = 'Sherlock Holmes (Basil Rathbone) Collection';

/** Films with sound up to 1946 that fell into the public domain. */
export const talkingFilms = [
	film({
		title: 'White Zombie',
		date: '1932-07-28',
		minutes: 69,
		genres: 'Horror',
		imdb: 'tt0023694',
		by: 'Victor Halperin',
		studio: 'Halperin Productions',
		fame: 30,
		cast: 'Bela Lugosi = Murder Legendre; Madge Bellamy = Madeleine Short; John Harron = Neil Parker',
		overview: 'In Haiti a planter asks the master of the sugar mill for a potion, and gets what he asked for.'
	}),
	film({
		title: 'The Most Dangerous Game',
		date: '1932-09-16',
		minutes: 63,
		genres: 'Adventure, Thriller, Horror',
		imdb: 'tt0023238',
		by: 'Ernest B. Schoedsack, Irving Pichel',
		studio: 'RKO Radio Pictures',
		fame: 40,
		cast: 'Joel McCrea = Robert Rainsford; Fay Wray = Eve Trowbridge; Leslie Banks = Count Zaroff',
		aliases: { DE: 'Graf Zaroff – Genie des Bösen', FR: 'Les Chasses du comte Zaroff' },
		overview: 'Shipwrecked on an island, a hunter finds a host who has grown tired of hunting animals.'
	}),
	film({
		title: 'The Goddess',
		original: '神女',
		language: 'zh',
		country: 'CN',
		date: '1934-12-07',
		minutes: 85,
		genres: 'Drama',
		by: 'Wu Yonggang',
		studio: 'Lianhua Film Company',
		fame: 25,
		cast: 'Ruan Lingyu = The Goddess; Zhang Zhizhi = The Boss; Li Keng = Her son',
		overview:
			'By night she walks the streets of Shanghai, by day she is a mother, and wants one thing: that her son may learn.'
	}),
	film({
		title: 'My Man Godfrey',
		date: '1936-09-06',
		minutes: 94,
		genres: 'Comedy, Romance',
		imdb: 'tt0028010',
		by: 'Gregory La Cava',
		studio: 'Universal Pictures',
		fame: 45,
		cast: 'William Powell = Godfrey; Carole Lombard = Irene Bullock; Alice Brady = Angelica Bullock; Gail Patrick = Cornelia Bullock',
		overview: 'A scatterbrained heiress finds a forgotten man at the city dump and makes him the butler.'
	}),
	film({
		title: 'A Star Is Born',
		date: '1937-04-20',
		minutes: 111,
		genres: 'Drama, Romance',
		imdb: 'tt0029606',
		by: 'William A. Wellman',
		studio: 'Selznick International Pictures',
		fame: 45,
		cast: 'Janet Gaynor = Esther Blodgett; Fredric March = Norman Maine; Adolphe Menjou = Oliver Niles',
		overview: 'Her name goes up in lights while his goes out.'
	}),
	film({
		title: 'Nothing Sacred',
		date: '1937-11-25',
		minutes: 77,
		genres: 'Comedy, Romance',
		imdb: 'tt0029322',
		by: 'William A. Wellman',
		writers: 'Ben Hecht',
		studio: 'Selznick International Pictures',
		fame: 30,
		cast: 'Carole Lombard = Hazel Flagg; Fredric March = Wally Cook; Charles Winninger = Dr. Downer',
		overview: 'A newspaper brings a dying girl to New York to be adored. She has never felt better.'
	}),
	film({
		title: "Gulliver's Travels",
		date: '1939-12-22',
		minutes: 76,
		genres: 'Animation, Adventure, Family',
		imdb: 'tt0031397',
		by: 'Dave Fleischer',
		studio: 'Fleischer Studios',
		fame: 30,
		certification: 'G',
		cast: 'Sam Parker = Gulliver; Jessica Dragonette = Princess Glory; Lanny Ross = Prince David',
		aliases: { DE: 'Gullivers Reisen' },
		overview: 'A giant washes ashore between two tiny kings who are at war over a wedding song.'
	}),
	film({
		title: 'His Girl Friday',
		date: '1940-01-18',
		minutes: 92,
		genres: 'Comedy, Romance',
		imdb: 'tt0032599',
		by: 'Howard Hawks',
		writers: 'Charles Lederer',
		studio: 'Columbia Pictures',
		fame: 70,
		cast: 'Cary Grant = Walter Burns; Rosalind Russell = Hildy Johnson; Ralph Bellamy = Bruce Baldwin',
		aliases: { DE: 'Sein Mädchen für besondere Fälle', FR: 'La Dame du vendredi' },
		overview:
			'An editor has one day to keep his best reporter, who is his former wife, from marrying an insurance man.'
	}),
	film({
		title: 'Meet John Doe',
		date: '1941-03-12',
		minutes: 122,
		genres: 'Comedy, Drama, Romance',
		imdb: 'tt0033891',
		by: 'Frank Capra',
		studio: 'Frank Capra Productions',
		fame: 40,
		cast: 'Gary Cooper = John Willoughby; Barbara Stanwyck = Ann Mitchell; Edward Arnold = D. B. Norton; Walter Brennan = The Colonel',
		overview: 'A columnist invents a man who will jump from City Hall at Christmas, and then has to find one.'
	}),
	film({
		title: 'Sherlock Holmes and the Secret Weapon',
		date: '1942-12-25',
		minutes: 68,
		genres: 'Mystery, Crime, Thriller',
		by: 'Roy William Neill',
		studio: 'Universal Pictures',
		collection: holmes,
		fame: 25,
		cast: 'Basil Rathbone = Sherlock Holmes; Nigel Bruce = Dr. Watson; Lionel Atwill = Professor Moriarty',
		overview: 'A bombsight in four parts, a code of dancing men, and Moriarty.'
	}),
	film({
		title: 'The Woman in Green',
		date: '1945-07-27',
		minutes: 68,
		genres: 'Mystery, Crime, Thriller',
		by: 'Roy William Neill',
		studio: 'Universal Pictures',
		collection: holmes,
		fame: 25,
		cast: 'Basil Rathbone = Sherlock Holmes; Nigel Bruce = Dr. Watson; Hillary Brooke = Lydia Marlowe; Henry Daniell = Professor Moriarty',
		overview: 'London’s killer leaves no reason and takes a finger each time. Holmes looks for the reason.'
	}),
	film({
		title: 'Detour',
		date: '1945-11-30',
		minutes: 68,
		genres: 'Crime, Drama',
		imdb: 'tt0037638',
		by: 'Edgar G. Ulmer',
		studio: 'Producers Releasing Corporation',
		fame: 50,
		cast: 'Tom Neal = Al Roberts; Ann Savage = Vera; Claudia Drake = Sue Harvey',
		tagline: 'He went searching for love, but fate forced a detour.',
		overview: 'A pianist thumbs his way west, and a ride goes wrong in a way that nobody will believe.'
	}),
	film({
		title: 'Scarlet Street',
		date: '1945-12-28',
		minutes: 102,
		genres: 'Crime, Drama',
		imdb: 'tt0038057',
		by: 'Fritz Lang',
		studio: 'Diana Productions',
		fame: 50,
		cast: 'Edward G. Robinson = Christopher Cross; Joan Bennett = Kitty March; Dan Duryea = Johnny Prince',
		aliases: { DE: 'Straße der Versuchung', FR: 'La Rue rouge' },
		overview: 'A cashier who paints on Sundays meets a girl in the rain, and she takes him for a rich man.'
	}),
	film({
		title: 'Terror by Night',
		date: '1946-02-01',
		minutes: 60,
		genres: 'Mystery, Crime',
		by: 'Roy William Neill',
		studio: 'Universal Pictures',
		collection: holmes,
		fame: 25,
		cast: 'Basil Rathbone = Sherlock Holmes; Nigel Bruce = Dr. Watson; Alan Mowbray = Major Duncan-Bleek',
		overview: 'A night train to Edinburgh, a diamond with a curse on it, and a murder between two stations.'
	}),
	film({
		title: 'Dressed to Kill',
		date: '1946-06-07',
		minutes: 72,
		genres: 'Mystery, Crime',
		by: 'Roy William Neill',
		studio: 'Universal Pictures',
		collection: holmes,
		fame: 25,
		cast: 'Basil Rathbone = Sherlock Holmes; Nigel Bruce = Dr. Watson; Patricia Morison = Hilda Courtney',
		aliases: { GB: 'Sherlock Holmes and the Secret Code' },
		overview: 'Three musical boxes made in prison play one tune with three small differences.'
	}),
	film({
		title: 'The Stranger',
		date: '1946-07-02',
		minutes: 95,
		genres: 'Crime, Thriller, Drama',
		imdb: 'tt0038991',
		by: 'Orson Welles',
		studio: 'International Pictures',
		fame: 50,
		cast: 'Edward G. Robinson = Mr. Wilson; Loretta Young = Mary Longstreet; Orson Welles = Franz Kindler',
		overview:
			'A man who hunts war criminals follows a trail into a quiet Connecticut town with a clock that does not run.'
	})
];
