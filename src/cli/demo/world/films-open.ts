import { film } from './fact.ts';

const caminandes = 'Caminandes Collection';
const blender = 'Blender Foundation';
const studio = 'Blender Studio';

/** Films under open licences. */
export const openFilms = [
	film({
		title: 'Elephants Dream',
		date: '2006-03-24',
		minutes: 11,
		country: 'NL',
		genres: 'Animation, Science Fiction, Fantasy',
		by: 'Bassam Kurdali',
		studio: blender,
		fame: 30,
		cast: 'Tygo Gernandt = Proog; Cas Jansen = Emo',
		aliases: { NL: 'Machina' },
		overview: 'An old man shows a young one the great machine. Only one of them sees it.'
	}),
	film({
		title: 'Sita Sings the Blues',
		date: '2008-02-11',
		minutes: 82,
		genres: 'Animation, Comedy, Music',
		imdb: 'tt1172203',
		by: 'Nina Paley',
		studio: 'Nina Paley Productions',
		fame: 35,
		cast: 'Annette Hanshaw = Sita (singing); Reena Shah = Sita; Nina Paley = Nina',
		overview: 'The Ramayana, a break-up by e-mail, and the blues of 1929 turn out to be one story.'
	}),
	film({
		title: 'Big Buck Bunny',
		date: '2008-04-10',
		minutes: 10,
		country: 'NL',
		genres: 'Animation, Comedy, Family',
		imdb: 'tt1254207',
		by: 'Sacha Goedegebure',
		studio: blender,
		fame: 60,
		cast: '',
		overview: 'A large and gentle rabbit is bullied by three rodents until the morning he has had enough.'
	}),
	film({
		title: 'Sintel',
		date: '2010-09-27',
		minutes: 15,
		country: 'NL',
		genres: 'Animation, Fantasy, Adventure',
		imdb: 'tt1727587',
		by: 'Colin Levy',
		writers: 'Esther Wouda',
		studio: blender,
		fame: 55,
		cast: 'Halina Reijn = Sintel; Thom Hoffman = Shaman',
		overview: 'A girl walks through deserts and winters to find the small dragon she once nursed.'
	}),
	film({
		title: 'Tears of Steel',
		date: '2012-09-26',
		minutes: 12,
		country: 'NL',
		genres: 'Science Fiction, Drama',
		imdb: 'tt2285752',
		by: 'Ian Hubert',
		studio: blender,
		fame: 45,
		cast: 'Derek de Lint = Old Thom; Vanja Rukavina = Thom; Denise Rebergen = Celia; Sergio Hasselbaink = Barley',
		overview:
			'In Amsterdam’s Oude Kerk a band of scientists re-enacts a break-up to save the world from robots.'
	}),
	film({
		title: 'Caminandes: Llama Drama',
		date: '2013',
		minutes: 2,
		country: 'NL',
		genres: 'Animation, Comedy, Family',
		by: 'Pablo Vázquez',
		studio: blender,
		cast: '',
		collection: caminandes,
		overview: 'Koro the llama would like to cross a road in Patagonia.'
	}),
	film({
		title: 'Caminandes: Gran Dillama',
		date: '2013',
		minutes: 3,
		country: 'NL',
		genres: 'Animation, Comedy, Family',
		by: 'Pablo Vázquez',
		studio: blender,
		cast: '',
		collection: caminandes,
		overview: 'On the other side of an electric fence grow berries. Koro studies the fence.'
	}),
	film({
		title: "The Internet's Own Boy: The Story of Aaron Swartz",
		date: '2014-01-20',
		minutes: 105,
		genres: 'Documentary',
		imdb: 'tt3268458',
		by: 'Brian Knappenberger',
		studio: 'Luminant Media',
		fame: 45,
		cast: 'Aaron Swartz = Himself; Tim Berners-Lee = Himself; Cory Doctorow = Himself; Lawrence Lessig = Himself',
		overview: 'The life of a programmer who wanted knowledge to be free, and what it cost him.'
	}),
	film({
		title: 'Cosmos Laundromat: First Cycle',
		date: '2015-08-10',
		minutes: 12,
		country: 'NL',
		genres: 'Animation, Fantasy, Drama',
		by: 'Mathieu Auvray',
		writers: 'Esther Wouda',
		studio: blender,
		fame: 35,
		cast: 'Pierre Bokma = Franck; Reinout Scholten van Aschat = Victor',
		aliases: { NL: 'Cosmos Laundromat' },
		overview: 'A sheep at the end of his rope is offered many lives by a travelling salesman.'
	}),
	film({
		title: 'Caminandes: Llamigos',
		date: '2016',
		minutes: 3,
		country: 'NL',
		genres: 'Animation, Comedy, Family',
		by: 'Pablo Vázquez',
		studio: blender,
		cast: '',
		collection: caminandes,
		overview: 'Winter, one bush of berries, one llama, one penguin.'
	}),
	film({
		title: 'Agent 327: Operation Barbershop',
		date: '2017-05-15',
		minutes: 4,
		country: 'NL',
		genres: 'Animation, Comedy, Action',
		by: 'Hjalti Hjálmarsson, Colin Levy',
		studio,
		fame: 30,
		cast: '',
		overview: 'A secret agent with a case of pigeons sits down in the wrong barber’s chair.'
	}),
	film({
		title: 'Spring',
		date: '2019-04-04',
		minutes: 8,
		country: 'NL',
		genres: 'Animation, Fantasy, Family',
		by: 'Andy Goralczyk',
		studio,
		fame: 35,
		cast: '',
		overview: 'A shepherd girl and her dog face ancient spirits in the mountains, so that winter may end.'
	}),
	film({
		title: 'Coffee Run',
		date: '2020-05-29',
		minutes: 3,
		country: 'NL',
		genres: 'Animation, Comedy',
		by: 'Hjalti Hjálmarsson',
		studio,
		cast: '',
		fame: 20,
		overview: 'A woman chases her morning coffee through the rooms of a love that is over.'
	}),
	film({
		title: 'Sprite Fright',
		date: '2021-10-29',
		minutes: 11,
		country: 'NL',
		genres: 'Animation, Comedy, Horror',
		by: 'Matthew Luhn, Hjalti Hjálmarsson',
		studio,
		cast: '',
		fame: 35,
		overview:
			'Rowdy teenagers litter an old wood, and the adorable sprites who live in it stop being adorable.'
	}),
	film({
		title: 'Charge',
		date: '2022-12-15',
		minutes: 4,
		country: 'NL',
		genres: 'Animation, Science Fiction, Action',
		by: 'Hjalti Hjálmarsson',
		studio,
		cast: '',
		fame: 30,
		overview: 'In an energy-starved world an old man breaks into a battery factory and meets its guard.'
	}),
	film({
		title: 'Wing It!',
		date: '2023',
		minutes: 4,
		country: 'NL',
		genres: 'Animation, Comedy, Family',
		by: 'Rik Schutte',
		studio,
		cast: '',
		fame: 25,
		overview: 'A cat with plans and a dog without any build an aeroplane, and there is not much runway.'
	})
];
