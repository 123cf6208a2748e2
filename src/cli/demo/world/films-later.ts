import { film } from './fact.ts';

/** Films from 1950 on that fell into the public domain. */
export const laterFilms = [
	film({
		title: 'D.O.A.',
		date: '1950-04-21',
		minutes: 83,
		genres: 'Crime, Mystery, Drama',
		imdb: 'tt0042369',
		by: 'Rudolph Maté',
		studio: 'Cardinal Pictures',
		fame: 45,
		cast: 'Edmond O’Brien = Frank Bigelow; Pamela Britton = Paula Gibson; Luther Adler = Majak',
		tagline: 'A picture as excitingly different as its title.',
		overview: 'A man walks into a police station to report a murder. Whose? His own.'
	}),
	film({
		title: 'Royal Wedding',
		date: '1951-03-08',
		minutes: 93,
		genres: 'Comedy, Music, Romance',
		imdb: 'tt0043983',
		by: 'Stanley Donen',
		studio: 'Metro-Goldwyn-Mayer',
		fame: 30,
		cast: 'Fred Astaire = Tom Bowen; Jane Powell = Ellen Bowen; Peter Lawford = Lord John Brindale',
		aliases: { GB: 'Wedding Bells' },
		overview:
			'Brother and sister take their show to London in the week of the wedding. He dances on the ceiling.'
	}),
	film({
		title: 'The Hitch-Hiker',
		date: '1953-03-20',
		minutes: 71,
		genres: 'Crime, Thriller',
		imdb: 'tt0045877',
		by: 'Ida Lupino',
		studio: 'The Filmakers',
		fame: 40,
		cast: 'Edmond O’Brien = Roy Collins; Frank Lovejoy = Gilbert Bowen; William Talman = Emmett Myers',
		overview: 'Two friends on a fishing trip pick up a man who sleeps with one eye open.'
	}),
	film({
		title: 'Beat the Devil',
		date: '1953-11-24',
		minutes: 89,
		genres: 'Comedy, Crime, Adventure',
		imdb: 'tt0046414',
		by: 'John Huston',
		writers: 'Truman Capote',
		studio: 'Romulus Films',
		fame: 35,
		cast: 'Humphrey Bogart = Billy Dannreuther; Jennifer Jones = Gwendolen Chelm; Gina Lollobrigida = Maria Dannreuther; Robert Morley = Peterson',
		aliases: { DE: 'Schach dem Teufel' },
		overview:
			'Swindlers wait in an Italian port for a ship that does not sail, and everyone lies to everyone.'
	}),
	film({
		title: 'Plan 9 from Outer Space',
		date: '1957-03-15',
		minutes: 79,
		genres: 'Science Fiction, Horror',
		imdb: 'tt0052077',
		by: 'Ed Wood',
		studio: 'Reynolds Pictures',
		fame: 50,
		cast: 'Gregory Walcott = Jeff Trent; Tor Johnson = Inspector Clay; Maila Nurmi = Vampire Girl; Bela Lugosi = Old Man',
		overview: 'Eight plans have failed. The ninth is to raise the dead of California.'
	}),
	film({
		title: 'House on Haunted Hill',
		date: '1959-02-17',
		minutes: 75,
		genres: 'Horror, Mystery',
		imdb: 'tt0051744',
		by: 'William Castle',
		studio: 'William Castle Productions',
		fame: 50,
		cast: 'Vincent Price = Frederick Loren; Carol Ohmart = Annabelle Loren; Richard Long = Lance Schroeder; Elisha Cook Jr. = Watson Pritchard',
		overview:
			'Ten thousand dollars to each of five guests who lives through the night. The doors close at twelve.'
	}),
	film({
		title: 'The Bat',
		date: '1959-08-09',
		minutes: 80,
		genres: 'Mystery, Thriller, Horror',
		by: 'Crane Wilbur',
		studio: 'Liberty Pictures',
		fame: 25,
		cast: 'Vincent Price = Dr. Malcolm Wells; Agnes Moorehead = Cornelia van Gorder; Gavin Gordon = Lieutenant Anderson',
		overview: 'A writer of mysteries rents a house where a faceless killer is looking for a million dollars.'
	}),
	film({
		title: 'The Little Shop of Horrors',
		date: '1960-09-14',
		minutes: 72,
		genres: 'Comedy, Horror',
		imdb: 'tt0054033',
		by: 'Roger Corman',
		writers: 'Charles B. Griffith',
		studio: 'Santa Clara Productions',
		fame: 45,
		cast: 'Jonathan Haze = Seymour Krelboined; Jackie Joseph = Audrey Fulquard; Mel Welles = Gravis Mushnick; Jack Nicholson = Wilbur Force',
		overview: 'A florist’s clerk has bred a remarkable plant. It asks to be fed.'
	}),
	film({
		title: 'Carnival of Souls',
		date: '1962-09-26',
		minutes: 78,
		genres: 'Horror, Mystery',
		imdb: 'tt0055830',
		by: 'Herk Harvey',
		writers: 'John Clifford',
		studio: 'Harcourt Productions',
		fame: 50,
		cast: 'Candace Hilligoss = Mary Henry; Frances Feist = Mrs. Thomas; Sidney Berger = John Linden',
		overview:
			'An organist climbs out of a river and drives to a new town, where a pavilion on the salt lake waits for her.'
	}),
	film({
		title: 'Dementia 13',
		date: '1963-09-25',
		minutes: 75,
		genres: 'Horror, Thriller',
		imdb: 'tt0056983',
		by: 'Francis Ford Coppola',
		studio: 'Filmgroup',
		fame: 30,
		cast: 'William Campbell = Richard Haloran; Luana Anders = Louise Haloran; Patrick Magee = Justin Caleb',
		overview: 'An Irish castle, a dead child mourned every year, a will, and an axe.'
	}),
	film({
		title: 'McLintock!',
		date: '1963-11-13',
		minutes: 127,
		genres: 'Western, Comedy',
		imdb: 'tt0057298',
		by: 'Andrew V. McLaglen',
		studio: 'Batjac Productions',
		fame: 35,
		cast: 'John Wayne = George Washington McLintock; Maureen O’Hara = Katherine McLintock; Patrick Wayne = Devlin Warren',
		overview: 'A cattle baron’s wife comes home for their daughter and a divorce, in that order.'
	}),
	film({
		title: 'Charade',
		date: '1963-12-05',
		minutes: 113,
		genres: 'Comedy, Mystery, Romance',
		imdb: 'tt0056923',
		by: 'Stanley Donen',
		writers: 'Peter Stone',
		studio: 'Universal Pictures',
		fame: 80,
		cast: 'Cary Grant = Peter Joshua; Audrey Hepburn = Regina Lampert; Walter Matthau = Hamilton Bartholomew; James Coburn = Tex Panthollow; George Kennedy = Herman Scobie',
		aliases: { JP: 'シャレード', IT: 'Sciarada' },
		tagline: 'You can expect the unexpected.',
		overview: 'Her husband is dead, his money is gone, three men want it, and a fourth is far too charming.'
	}),
	film({
		title: 'The Last Man on Earth',
		original: "L'ultimo uomo della Terra",
		language: 'it',
		country: 'IT',
		date: '1964-03-08',
		minutes: 86,
		genres: 'Horror, Science Fiction, Drama',
		imdb: 'tt0058700',
		by: 'Ubaldo Ragona, Sidney Salkow',
		studio: 'Produzioni La Regina',
		fame: 40,
		cast: 'Vincent Price = Dr. Robert Morgan; Franca Bettoia = Ruth Collins; Giacomo Rossi Stuart = Ben Cortman',
		overview: 'By day he hunts what the plague has left. By night they call his name outside the door.'
	}),
	film({
		title: 'Night of the Living Dead',
		date: '1968-10-01',
		minutes: 96,
		genres: 'Horror, Thriller',
		imdb: 'tt0063350',
		by: 'George A. Romero',
		writers: 'John A. Russo',
		studio: 'Image Ten',
		fame: 85,
		cast: 'Duane Jones = Ben; Judith O’Dea = Barbra; Karl Hardman = Harry Cooper; Marilyn Eastman = Helen Cooper',
		aliases: {
			DE: 'Die Nacht der lebenden Toten',
			FR: 'La Nuit des morts-vivants',
			RU: 'Ночь живых мертвецов'
		},
		tagline: 'They won’t stay dead!',
		overview:
			'Seven people in a farmhouse, the radio, the boards over the windows, and the slow crowd on the lawn.'
	})
];
