import { film } from './fact.ts';

/** Silent films up to 1923, in the public domain. */
export const silentFilms = [
	film({
		title: 'A Trip to the Moon',
		original: 'Le Voyage dans la Lune',
		language: 'fr',
		country: 'FR',
		date: '1902-09-01',
		minutes: 14,
		genres: 'Adventure, Science Fiction, Fantasy',
		imdb: 'tt0000417',
		by: 'Georges Méliès',
		studio: 'Star Film',
		fame: 60,
		cast: 'Georges Méliès = Professor Barbenfouillis; Bleuette Bernon = Phoebe',
		aliases: { DE: 'Die Reise zum Mond', JP: '月世界旅行', RU: 'Путешествие на Луну' },
		overview:
			'A company of astronomers has itself fired at the moon from a giant cannon, and finds it inhabited.'
	}),
	film({
		title: 'The Great Train Robbery',
		date: '1903-12-01',
		minutes: 12,
		genres: 'Western, Crime',
		imdb: 'tt0000439',
		by: 'Edwin S. Porter',
		studio: 'Edison Manufacturing Company',
		fame: 40,
		cast: 'Gilbert M. Anderson = Bandit; Justus D. Barnes = Leader of the bandits',
		overview: 'Four bandits hold up a train and ride for the hills, a posse close behind them.'
	}),
	film({
		title: 'Dr. Jekyll and Mr. Hyde',
		date: '1912-01-16',
		minutes: 12,
		genres: 'Horror',
		by: 'Lucius Henderson',
		studio: 'Thanhouser Film Corporation',
		cast: 'James Cruze = Dr. Jekyll / Mr. Hyde; Florence La Badie = The minister’s daughter',
		fame: 8,
		overview: 'One reel of Stevenson: a doctor drinks, and another man leaves the room.'
	}),
	film({
		title: 'Dr. Jekyll and Mr. Hyde',
		date: '1913-03-06',
		minutes: 26,
		genres: 'Horror',
		by: 'Herbert Brenon',
		studio: 'Independent Moving Pictures',
		cast: 'King Baggot = Dr. Jekyll / Mr. Hyde; Jane Gail = Alice',
		fame: 8,
		overview: 'A physician parts the good in himself from the bad, and the bad takes rooms of its own.'
	}),
	film({
		title: 'Raja Harishchandra',
		original: 'राजा हरिश्चन्द्र',
		language: 'hi',
		country: 'IN',
		date: '1913-05-03',
		minutes: 40,
		genres: 'Drama, Fantasy',
		by: 'Dadasaheb Phalke',
		studio: 'Phalke Films',
		cast: 'D. D. Dabke = King Harishchandra; Anna Salunke = Queen Taramati',
		overview: 'A king gives away his kingdom and his family to keep his word. India’s first feature film.'
	}),
	film({
		title: 'Cabiria',
		language: 'it',
		country: 'IT',
		date: '1914-04-18',
		minutes: 148,
		genres: 'Adventure, Drama, History',
		imdb: 'tt0003740',
		by: 'Giovanni Pastrone',
		studio: 'Itala Film',
		cast: 'Lidia Quaranta = Cabiria; Bartolomeo Pagano = Maciste; Umberto Mozzato = Fulvius Axilla',
		overview:
			'A girl lost in the eruption of Etna is sold to Carthage, and strong Maciste sets out to bring her back.'
	}),
	film({
		title: 'Intolerance',
		date: '1916-09-05',
		minutes: 197,
		genres: 'Drama, History',
		imdb: 'tt0006864',
		by: 'D. W. Griffith',
		studio: 'Triangle Film Corporation',
		cast: 'Mae Marsh = The Dear One; Robert Harron = The Boy; Constance Talmadge = The Mountain Girl; Lillian Gish = The Woman Who Rocks the Cradle',
		aliases: { US: "Intolerance: Love's Struggle Throughout the Ages" },
		fame: 40,
		overview: 'Four ages, one fault: Babylon, Judea, Paris and a modern city, told at once and ever faster.'
	}),
	film({
		title: 'The Cabinet of Dr. Caligari',
		original: 'Das Cabinet des Dr. Caligari',
		language: 'de',
		country: 'DE',
		date: '1920-02-26',
		minutes: 77,
		genres: 'Horror, Thriller, Crime',
		imdb: 'tt0010323',
		by: 'Robert Wiene',
		writers: 'Carl Mayer, Hans Janowitz',
		studio: 'Decla-Film',
		fame: 70,
		cast: 'Werner Krauss = Dr. Caligari; Conrad Veidt = Cesare; Friedrich Feher = Francis; Lil Dagover = Jane',
		aliases: { JP: 'カリガリ博士', RU: 'Кабинет доктора Калигари', FR: 'Le Cabinet du docteur Caligari' },
		tagline: 'You must become Caligari.',
		overview:
			'At a fair among crooked houses a showman wakes a sleepwalker who knows the future, and then the murders begin.'
	}),
	film({
		title: 'Dr. Jekyll and Mr. Hyde',
		date: '1920-03-18',
		minutes: 79,
		genres: 'Horror, Science Fiction',
		imdb: 'tt0011130',
		by: 'John S. Robertson',
		studio: 'Famous Players-Lasky',
		cast: 'John Barrymore = Dr. Henry Jekyll / Mr. Edward Hyde; Martha Mansfield = Millicent Carewe; Nita Naldi = Gina',
		fame: 30,
		overview:
			'A London doctor finds the drug that lets his worse half walk abroad, and cannot call it home again.'
	}),
	film({
		title: 'The Golem: How He Came into the World',
		original: 'Der Golem, wie er in die Welt kam',
		language: 'de',
		country: 'DE',
		date: '1920-10-29',
		minutes: 85,
		genres: 'Horror, Fantasy',
		imdb: 'tt0011237',
		by: 'Paul Wegener, Carl Boese',
		studio: 'PAGU',
		fame: 35,
		cast: 'Paul Wegener = The Golem; Albert Steinrück = Rabbi Loew; Lyda Salmonova = Miriam',
		overview:
			'Rabbi Loew of Prague shapes a giant of clay to guard his people, and the giant learns to be angry.'
	}),
	film({
		title: 'The Mark of Zorro',
		date: '1920-11-27',
		minutes: 79,
		genres: 'Adventure, Romance',
		imdb: 'tt0011439',
		by: 'Fred Niblo',
		studio: 'United Artists',
		fame: 30,
		cast: 'Douglas Fairbanks = Don Diego Vega / Zorro; Marguerite De La Motte = Lolita Pulido; Noah Beery = Sergeant Gonzales',
		overview: 'By day a fop who bores everyone, by night the masked rider who carves a Z into tyranny.'
	}),
	film({
		title: 'The Phantom Carriage',
		original: 'Körkarlen',
		language: 'sv',
		country: 'SE',
		date: '1921-01-01',
		minutes: 107,
		genres: 'Drama, Fantasy, Horror',
		imdb: 'tt0012364',
		by: 'Victor Sjöström',
		studio: 'Svensk Filmindustri',
		fame: 45,
		cast: 'Victor Sjöström = David Holm; Hilda Borgström = Mrs. Holm; Tore Svennberg = Georges; Astrid Holm = Edit',
		overview:
			'Whoever dies last in the old year must drive Death’s cart through the new one. A drunkard meets the driver.'
	}),
	film({
		title: 'The Kid',
		date: '1921-01-21',
		minutes: 68,
		genres: 'Comedy, Drama',
		imdb: 'tt0012349',
		by: 'Charlie Chaplin',
		studio: 'First National',
		fame: 75,
		cast: 'Charlie Chaplin = The Tramp; Jackie Coogan = The Kid; Edna Purviance = The Woman',
		aliases: { DE: 'Der Vagabund und das Kind', FR: 'Le Kid', JP: 'キッド' },
		tagline: '6 reels of joy.',
		overview: 'A tramp finds a baby in an alley and raises it as his own, until the world takes an interest.'
	}),
	film({
		title: 'Destiny',
		original: 'Der müde Tod',
		language: 'de',
		country: 'DE',
		date: '1921-10-06',
		minutes: 98,
		genres: 'Fantasy, Drama',
		imdb: 'tt0012494',
		by: 'Fritz Lang',
		writers: 'Thea von Harbou',
		studio: 'Decla-Bioscop',
		cast: 'Lil Dagover = Young Woman; Bernhard Goetzke = Death; Walter Janssen = Young Man',
		fame: 30,
		overview:
			'A young woman pleads for her beloved, and weary Death gives her three lights, three lives, three chances.'
	}),
	film({
		title: 'Nosferatu',
		original: 'Nosferatu, eine Symphonie des Grauens',
		language: 'de',
		country: 'DE',
		date: '1922-03-04',
		minutes: 94,
		genres: 'Horror, Fantasy',
		imdb: 'tt0013442',
		by: 'F. W. Murnau',
		writers: 'Henrik Galeen',
		studio: 'Prana-Film',
		fame: 85,
		cast: 'Max Schreck = Count Orlok; Gustav von Wangenheim = Hutter; Greta Schröder = Ellen; Alexander Granach = Knock',
		aliases: {
			US: 'Nosferatu: A Symphony of Horror',
			JP: '吸血鬼ノスフェラトゥ',
			RU: 'Носферату. Симфония ужаса'
		},
		overview:
			'A clerk travels to the Carpathians to sell a house to a count, and the count comes home with the rats.'
	}),
	film({
		title: 'Dr. Mabuse, the Gambler',
		original: 'Dr. Mabuse, der Spieler',
		language: 'de',
		country: 'DE',
		date: '1922-04-27',
		minutes: 271,
		genres: 'Crime, Mystery, Thriller',
		imdb: 'tt0013086',
		by: 'Fritz Lang',
		writers: 'Thea von Harbou',
		studio: 'Uco-Film',
		fame: 40,
		cast: 'Rudolf Klein-Rogge = Dr. Mabuse; Aud Egede-Nissen = Cara Carozza; Gertrude Welcker = Countess Told; Alfred Abel = Count Told',
		overview: 'A man of a hundred faces plays with the stock exchange, with cards and with minds.'
	}),
	film({
		title: 'Häxan',
		language: 'sv',
		country: 'SE',
		date: '1922-09-18',
		minutes: 105,
		genres: 'Documentary, Horror, History',
		imdb: 'tt0013257',
		by: 'Benjamin Christensen',
		studio: 'Svensk Filmindustri',
		cast: 'Benjamin Christensen = The Devil; Maren Pedersen = The Witch; Clara Pontoppidan = Nun',
		fame: 50,
		aliases: { US: 'Witchcraft Through the Ages', DE: 'Die Hexe' },
		overview:
			'A lecture on witchcraft that cannot keep still: devils, inquisitors and frightened people, from the Middle Ages to the clinic.'
	}),
	film({
		title: "Laborer's Love",
		original: '勞工之愛情',
		language: 'zh',
		country: 'CN',
		date: '1922-10-05',
		minutes: 22,
		genres: 'Comedy, Romance',
		by: 'Zhang Shichuan',
		studio: 'Mingxing Film Company',
		cast: 'Zheng Zhegu = Carpenter Zheng; Yu Ying = Miss Zhu',
		overview:
			'A fruit seller, once a carpenter, brings a doctor patients to win his daughter: he rebuilds the stairs.'
	}),
	film({
		title: 'Safety Last!',
		date: '1923-04-01',
		minutes: 74,
		genres: 'Comedy',
		imdb: 'tt0014429',
		by: 'Fred C. Newmeyer, Sam Taylor',
		studio: 'Hal Roach Studios',
		fame: 60,
		cast: 'Harold Lloyd = The Boy; Mildred Davis = The Girl; Bill Strother = The Pal',
		aliases: { DE: 'Ausgerechnet Wolkenkratzer!', FR: 'Monte là-dessus !' },
		overview:
			'To draw a crowd to his store a clerk promises that a man will climb it, and has to be that man.'
	}),
	film({
		title: 'The Hunchback of Notre Dame',
		date: '1923-09-02',
		minutes: 117,
		genres: 'Drama, Horror',
		imdb: 'tt0014142',
		by: 'Wallace Worsley',
		studio: 'Universal Pictures',
		cast: 'Lon Chaney = Quasimodo; Patsy Ruth Miller = Esmeralda; Norman Kerry = Phoebus',
		fame: 35,
		overview: 'The bell ringer of the cathedral gives sanctuary to the dancer who once gave him water.'
	})
];
