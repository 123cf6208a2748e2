import { show } from './show.ts';

const lines = (text: string) => text.trim().split(/\s*\n\s*/);

/** Serials and cartoons of the picture houses. */
export const serials = [
	show({
		title: 'Les Vampires',
		language: 'fr',
		country: 'FR',
		date: '1915-11-13',
		minutes: 42,
		genres: 'Crime, Mystery, Drama',
		studio: 'Gaumont',
		fame: 45,
		by: 'Louis Feuillade',
		cast: 'Musidora = Irma Vep; Édouard Mathé = Philippe Guérande; Marcel Lévesque = Mazamette',
		aliases: { DE: 'Die Vampire', US: 'The Vampires' },
		overview:
			'A reporter and an undertaker’s assistant hunt the gang that all Paris fears, and the woman in black who leads it over the roofs.',
		seasons: [
			{
				number: 1,
				dates: [
					'1915-11-13',
					'1915-11-13',
					'1915-12-04',
					'1916-01-07',
					'1916-01-28',
					'1916-03-24',
					'1916-04-15',
					'1916-05-12',
					'1916-06-02',
					'1916-06-30'
				],
				titles: lines(`The Severed Head
				The Ring That Kills
				The Red Codebook
				The Spectre
				Dead Man's Escape
				Hypnotic Eyes
				Satanas
				The Thunder Master
				The Poisoner
				The Terrible Wedding`)
			}
		]
	}),
	show({
		title: 'Flash Gordon',
		date: '1936-04-06',
		minutes: 19,
		genres: 'Sci-Fi & Fantasy, Action & Adventure',
		studio: 'Universal Pictures',
		fame: 50,
		by: 'Alex Raymond',
		cast: 'Buster Crabbe = Flash Gordon; Jean Rogers = Dale Arden; Charles Middleton = Ming the Merciless; Frank Shannon = Dr. Zarkov',
		aliases: { US: 'Flash Gordon: Space Soldiers' },
		overview:
			'The planet Mongo rushes towards the Earth. Three people fly to meet it, and its emperor is not pleased.',
		seasons: [
			{
				number: 1,
				dates: { from: '1936-04-06', everyDays: 7 },
				titles: lines(`The Planet of Peril
				The Tunnel of Terror
				Captured by Shark Men
				Battling the Sea Beast
				The Destroying Ray
				Flaming Torture
				Shattering Doom
				Tournament of Death
				Fighting the Fire Dragon
				The Unseen Peril
				In the Claws of the Tigron
				Trapped in the Turret
				Rocketing to Earth`)
			}
		]
	}),
	show({
		title: 'The Phantom Creeps',
		date: '1939-01-07',
		minutes: 22,
		genres: 'Sci-Fi & Fantasy, Crime',
		studio: 'Universal Pictures',
		fame: 25,
		cast: 'Bela Lugosi = Dr. Alex Zorka; Robert Kent = Captain Bob West; Dorothy Arnold = Jean Drew; Edward Van Sloan = Jarvis',
		overview:
			'A scientist with a robot, a belt that makes him invisible and a meteorite that stops hearts would rule the world.',
		seasons: [
			{
				number: 1,
				dates: { from: '1939-01-07', everyDays: 7 },
				titles: lines(`The Menacing Power
				Death Stalks the Highways
				Crashing Towers
				Invisible Terror
				Thundering Rails
				The Iron Monster
				The Menacing Mist
				Trapped in the Flames
				Speeding Doom
				Phantom Footprints
				The Blast
				To Destroy the World`)
			}
		]
	}),
	show({
		title: 'Superman',
		date: '1941-09-26',
		minutes: 9,
		genres: 'Animation, Sci-Fi & Fantasy, Action & Adventure',
		studio: 'Paramount',
		fame: 45,
		by: 'Max Fleischer, Dave Fleischer',
		cast: 'Bud Collyer = Superman; Joan Alexander = Lois Lane',
		aliases: { US: 'Max Fleischer’s Superman', JP: 'スーパーマン' },
		overview:
			'Seventeen cartoons in rich colour: mad scientists, mechanical monsters, and a reporter who always gets there first.',
		seasons: [
			{
				number: 1,
				name: '1941',
				dates: ['1941-09-26', '1941-11-28'],
				titles: ['Superman', 'The Mechanical Monsters']
			},
			{
				number: 2,
				name: '1942',
				dates: [
					'1942-01-09',
					'1942-02-27',
					'1942-03-27',
					'1942-04-24',
					'1942-05-15',
					'1942-07-10',
					'1942-08-30',
					'1942-09-18',
					'1942-10-16',
					'1942-11-20',
					'1942-12-25'
				],
				titles: lines(`Billion Dollar Limited
					The Arctic Giant
					The Bulleteers
					The Magnetic Telescope
					Electric Earthquake
					Volcano
					Terror on the Midway
					Japoteurs
					Showdown
					Eleventh Hour
					Destruction Inc.`)
			},
			{
				number: 3,
				name: '1943',
				dates: ['1943-02-19', '1943-03-26', '1943-06-18', '1943-07-30'],
				titles: ['The Mummy Strikes', 'Jungle Drums', 'The Underground World', 'Secret Agent']
			}
		],
		orders: (episodes) => [
			{ name: 'As numbered', type: 2, groups: [{ name: 'All cartoons', episodes }] },
			{
				name: 'By studio',
				type: 6,
				groups: [
					{ name: 'Fleischer Studios', episodes: episodes.slice(0, 9) },
					{ name: 'Famous Studios', episodes: episodes.slice(9) }
				]
			}
		]
	})
];
