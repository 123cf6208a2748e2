import { film } from './fact.ts';

/** Silent films of the years in which the art was finest, in the public domain. */
export const lateSilentFilms = [
	film({
		title: 'The Thief of Bagdad',
		date: '1924-03-18',
		minutes: 149,
		genres: 'Adventure, Fantasy, Romance',
		imdb: 'tt0015400',
		by: 'Raoul Walsh',
		studio: 'United Artists',
		fame: 40,
		cast: 'Douglas Fairbanks = The Thief of Bagdad; Julanne Johnston = The Princess; Anna May Wong = The Mongol Slave',
		aliases: { DE: 'Der Dieb von Bagdad' },
		overview:
			'What he wants he takes, until he wants a princess. Then there are a magic rope, a winged horse and seven moons.'
	}),
	film({
		title: 'Sherlock Jr.',
		date: '1924-04-21',
		minutes: 45,
		genres: 'Comedy, Fantasy',
		imdb: 'tt0015324',
		by: 'Buster Keaton',
		studio: 'Metro Pictures',
		fame: 65,
		cast: 'Buster Keaton = The Projectionist; Kathryn McGuire = The Girl; Ward Crane = The Local Sheik',
		overview: 'A projectionist who would be a detective falls asleep at work and walks into the film.'
	}),
	film({
		title: 'Aelita',
		original: 'Аэлита',
		language: 'ru',
		country: 'RU',
		date: '1924-09-25',
		minutes: 111,
		genres: 'Science Fiction, Drama',
		imdb: 'tt0014646',
		by: 'Yakov Protazanov',
		studio: 'Mezhrabpom-Rus',
		cast: 'Yuliya Solntseva = Aelita; Nikolai Tsereteli = Los; Igor Ilyinsky = Kravtsov',
		aliases: { US: 'Aelita: Queen of Mars' },
		overview: 'An engineer in Moscow dreams of a queen on Mars, and builds the ship to reach her.'
	}),
	film({
		title: 'The Last Laugh',
		original: 'Der letzte Mann',
		language: 'de',
		country: 'DE',
		date: '1924-12-23',
		minutes: 90,
		genres: 'Drama',
		imdb: 'tt0015064',
		by: 'F. W. Murnau',
		writers: 'Carl Mayer',
		studio: 'UFA',
		cast: 'Emil Jannings = Hotel porter; Maly Delschaft = His niece',
		fame: 45,
		overview: 'The proud porter of a grand hotel loses his uniform, and with it his name in the world.'
	}),
	film({
		title: 'The Lost World',
		date: '1925-02-02',
		minutes: 104,
		genres: 'Adventure, Science Fiction, Fantasy',
		imdb: 'tt0016039',
		by: 'Harry O. Hoyt',
		studio: 'First National',
		fame: 40,
		cast: 'Wallace Beery = Professor Challenger; Bessie Love = Paula White; Lewis Stone = Sir John Roxton',
		aliases: { DE: 'Die verlorene Welt' },
		overview:
			'Professor Challenger says that dinosaurs still live on a plateau, and leads the doubters there.'
	}),
	film({
		title: 'The Gold Rush',
		date: '1925-06-26',
		minutes: 95,
		genres: 'Comedy, Adventure',
		imdb: 'tt0015864',
		by: 'Charlie Chaplin',
		studio: 'United Artists',
		fame: 70,
		cast: 'Charlie Chaplin = The Lone Prospector; Mack Swain = Big Jim McKay; Georgia Hale = Georgia',
		aliases: { DE: 'Goldrausch', JP: '黄金狂時代' },
		overview:
			'A small prospector in the Klondike finds hunger, a bear, a boiled shoe, and a girl at the dance hall.'
	}),
	film({
		title: 'The Phantom of the Opera',
		date: '1925-09-06',
		minutes: 93,
		genres: 'Horror, Drama',
		imdb: 'tt0016220',
		by: 'Rupert Julian',
		studio: 'Universal Pictures',
		fame: 65,
		cast: 'Lon Chaney = The Phantom; Mary Philbin = Christine Daaé; Norman Kerry = Raoul de Chagny',
		aliases: { DE: 'Das Phantom der Oper' },
		overview:
			'Below the Paris Opera lives a masked musician who makes a singer great and claims her in return.'
	}),
	film({
		title: 'Battleship Potemkin',
		original: 'Броненосец Потёмкин',
		language: 'ru',
		country: 'RU',
		date: '1925-12-21',
		minutes: 75,
		genres: 'Drama, War, History',
		imdb: 'tt0015648',
		by: 'Sergei Eisenstein',
		studio: 'Goskino',
		cast: 'Aleksandr Antonov = Vakulinchuk; Vladimir Barsky = Commander Golikov; Grigori Aleksandrov = Giliarovsky',
		fame: 75,
		aliases: { DE: 'Panzerkreuzer Potemkin', FR: 'Le Cuirassé Potemkine', JP: '戦艦ポチョムキン' },
		overview: 'Maggots in the meat, a mutiny at sea, and a flight of steps in Odessa.'
	}),
	film({
		title: 'The Bat',
		date: '1926-03-14',
		minutes: 86,
		genres: 'Mystery, Crime, Comedy',
		by: 'Roland West',
		studio: 'Feature Productions',
		cast: 'Jack Pickford = Brooks Bailey; Louise Fazenda = Lizzie Allen; Emily Fitzroy = Cornelia Van Gorder',
		fame: 12,
		overview: 'A thief in the mask of a bat, a rented mansion, hidden money, and a storm over all of it.'
	}),
	film({
		title: 'A Page of Madness',
		original: '狂った一頁',
		language: 'ja',
		country: 'JP',
		date: '1926-09-24',
		minutes: 71,
		genres: 'Drama, Horror',
		by: 'Teinosuke Kinugasa',
		studio: 'Kinugasa Eiga Renmei',
		cast: 'Masao Inoue = Custodian; Ayako Iijima = The custodian’s daughter; Yoshie Nakagawa = The custodian’s wife',
		aliases: { JP: '狂った一頁' },
		overview: 'A man takes work in the asylum where his wife is kept, and his own walls begin to dance.'
	}),
	film({
		title: 'The General',
		date: '1926-12-31',
		minutes: 79,
		genres: 'Comedy, Adventure, War',
		imdb: 'tt0017925',
		by: 'Buster Keaton, Clyde Bruckman',
		studio: 'United Artists',
		fame: 75,
		cast: 'Buster Keaton = Johnnie Gray; Marion Mack = Annabelle Lee; Glen Cavender = Captain Anderson',
		aliases: { FR: 'Le Mécano de la « General »', DE: 'Der General' },
		overview:
			'Two loves has the engineer: a girl and a locomotive. When the locomotive is stolen, he runs after it.'
	}),
	film({
		title: 'Metropolis',
		language: 'de',
		country: 'DE',
		date: '1927-01-10',
		minutes: 153,
		genres: 'Science Fiction, Drama',
		imdb: 'tt0017136',
		by: 'Fritz Lang',
		writers: 'Thea von Harbou',
		studio: 'UFA',
		fame: 90,
		cast: 'Brigitte Helm = Maria; Alfred Abel = Joh Fredersen; Gustav Fröhlich = Freder; Rudolf Klein-Rogge = Rotwang',
		aliases: { JP: 'メトロポリス', RU: 'Метрополис' },
		tagline: 'The mediator between head and hands must be the heart.',
		overview:
			'Above, gardens and towers; below, the machines and those who serve them. The master’s son goes down to look.'
	}),
	film({
		title: 'Wings',
		date: '1927-08-12',
		minutes: 144,
		genres: 'War, Drama, Romance',
		imdb: 'tt0018578',
		by: 'William A. Wellman',
		studio: 'Paramount',
		fame: 45,
		cast: 'Clara Bow = Mary Preston; Charles Rogers = Jack Powell; Richard Arlen = David Armstrong; Gary Cooper = Cadet White',
		overview:
			'Two rivals become friends and fliers in the Great War, and the girl next door drives an ambulance after them.'
	}),
	film({
		title: 'Sunrise: A Song of Two Humans',
		date: '1927-09-23',
		minutes: 94,
		genres: 'Drama, Romance',
		imdb: 'tt0018455',
		by: 'F. W. Murnau',
		writers: 'Carl Mayer',
		studio: 'Fox Film',
		fame: 65,
		cast: 'George O’Brien = The Man; Janet Gaynor = The Wife; Margaret Livingston = The Woman from the City',
		aliases: { DE: 'Sonnenaufgang – Lied von zwei Menschen', FR: "L'Aurore" },
		overview:
			'A farmer plans a crime on the lake, and then spends a day in the city falling in love with his wife.'
	}),
	film({
		title: 'The Passion of Joan of Arc',
		original: "La Passion de Jeanne d'Arc",
		language: 'fr',
		country: 'FR',
		date: '1928-04-21',
		minutes: 82,
		genres: 'Drama, History',
		imdb: 'tt0019254',
		by: 'Carl Theodor Dreyer',
		studio: 'Société générale des films',
		cast: 'Renée Falconetti = Joan of Arc; Eugène Silvain = Bishop Cauchon; Antonin Artaud = Jean Massieu',
		fame: 65,
		overview: 'A trial in faces: the judges’, and one that looks beyond them.'
	}),
	film({
		title: 'Steamboat Bill, Jr.',
		date: '1928-05-12',
		minutes: 71,
		genres: 'Comedy',
		imdb: 'tt0019421',
		by: 'Charles Reisner',
		studio: 'United Artists',
		fame: 45,
		cast: 'Buster Keaton = William Canfield Jr.; Ernest Torrence = Steamboat Bill; Marion Byron = Kitty King',
		overview:
			'A river captain’s son comes home from college with a ukulele; then the storm comes, and a house falls just right.'
	}),
	film({
		title: 'Steamboat Willie',
		date: '1928-11-18',
		minutes: 8,
		genres: 'Animation, Comedy, Family',
		imdb: 'tt0019422',
		by: 'Walt Disney, Ub Iwerks',
		studio: 'Walt Disney Studio',
		fame: 50,
		cast: 'Walt Disney = Mickey Mouse',
		overview: 'A mouse at the wheel whistles, is sent below, and makes a band of everything on board.'
	}),
	film({
		title: 'Man with a Movie Camera',
		original: 'Человек с киноаппаратом',
		language: 'ru',
		country: 'UA',
		date: '1929-01-08',
		minutes: 68,
		genres: 'Documentary',
		imdb: 'tt0019760',
		by: 'Dziga Vertov',
		studio: 'VUFKU',
		cast: 'Mikhail Kaufman = The Cameraman',
		fame: 60,
		aliases: { DE: 'Der Mann mit der Kamera', UA: 'Людина з кіноапаратом' },
		overview:
			'A day in the city from the first tram to the last, and the man who films it, and the film being made.'
	}),
	film({
		title: 'Un Chien Andalou',
		language: 'fr',
		country: 'FR',
		date: '1929-06-06',
		minutes: 16,
		genres: 'Fantasy',
		imdb: 'tt0020530',
		by: 'Luis Buñuel',
		writers: 'Salvador Dalí',
		studio: 'Les Grands Films Classiques',
		fame: 55,
		cast: 'Simone Mareuil = Young woman; Pierre Batcheff = Man',
		aliases: { US: 'An Andalusian Dog', DE: 'Ein andalusischer Hund' },
		overview:
			'Eight years later, around three in the morning, in spring: nothing means anything, and nothing is forgotten.'
	})
];
