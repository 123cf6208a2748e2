import { show } from './show.ts';

const lines = (text: string) => text.trim().split(/\s*\n\s*/);

/** Television of the fifties and sixties, of which episodes are in the public domain. */
export const broadcasts = [
	show({
		title: 'Dragnet',
		date: '1951-12-16',
		minutes: 30,
		genres: 'Crime, Drama',
		studio: 'NBC',
		fame: 35,
		by: 'Jack Webb',
		cast: 'Jack Webb = Joe Friday; Ben Alexander = Frank Smith',
		aliases: { US: 'Badge 714' },
		overview: 'The story you are about to see is true; the names have been changed to protect the innocent.',
		seasons: [{ number: 1, dates: ['1951-12-16', '1952-01-03'], titles: ['The Human Bomb', 'The Big Actor'] }]
	}),
	show({
		title: 'Sherlock Holmes',
		date: '1954-10-18',
		minutes: 27,
		genres: 'Crime, Mystery, Drama',
		studio: 'Guild Films',
		fame: 40,
		by: 'Sheldon Reynolds',
		cast: 'Ronald Howard = Sherlock Holmes; Howard Marion-Crawford = Dr. Watson; Archie Duncan = Inspector Lestrade',
		aliases: { US: 'The Adventures of Sherlock Holmes', FR: 'Les Aventures de Sherlock Holmes' },
		overview:
			'A young Holmes, newly settled in Baker Street, and a Watson who is nobody’s fool. Made in Paris, in half hours.',
		seasons: [
			{
				number: 1,
				dates: { from: '1954-10-18', everyDays: 7 },
				titles: lines(`The Case of the Cunningham Heritage
				The Case of Lady Beryl
				The Case of the Pennsylvania Gun
				The Case of the Texas Cowgirl
				The Case of the Belligerent Ghost
				The Case of the Shy Ballerina
				The Case of the Winthrop Legend
				The Case of Blind Man's Bluff
				The Case of Harry Crocker
				The Mother Hubbard Case
				The Case of the Red Headed League
				The Case of the Shoeless Engineer
				The Case of the Split Ticket
				The Case of the French Interpreter
				The Case of the Singing Violin
				The Case of the Greystone Inscription
				The Case of the Laughing Mummy
				The Case of the Thistle Killer
				The Case of the Vanished Detective
				The Case of the Careless Suffragette
				The Case of the Reluctant Carpenter
				The Case of the Deadly Prophecy
				The Case of the Christmas Pudding
				The Night Train Riddle
				The Case of the Violent Suitor
				The Case of the Baker Street Nursemaids
				The Case of the Perfect Husband
				The Case of the Jolly Hangman
				The Case of the Imposter Mystery
				The Case of the Eiffel Tower
				The Case of the Exhumed Client
				The Case of the Impromptu Performance
				The Case of the Baker Street Bachelors
				The Case of the Royal Murder
				The Case of the Haunted Gainsborough
				The Case of the Neurotic Detective
				The Case of the Unlucky Gambler
				The Case of the Diamond Tooth
				The Case of the Tyrant's Daughter`)
			}
		]
	}),
	show({
		title: 'One Step Beyond',
		date: '1959-01-20',
		minutes: 25,
		genres: 'Drama, Mystery, Sci-Fi & Fantasy',
		studio: 'ABC',
		fame: 35,
		by: 'Merwin Gerard',
		cast: 'John Newland = Host',
		aliases: { US: 'Alcoa Presents: One Step Beyond' },
		overview: 'Tales of what cannot be explained, told by a host who would not dream of trying.',
		seasons: [
			{
				number: 1,
				dates: { from: '1959-01-20', everyDays: 7 },
				titles: lines(`The Bride Possessed
			Night of April 14th
			Emergency Only
			The Dark Room
			Twelve Hours to Live
			Epilogue`)
			}
		]
	}),
	show({
		title: 'Bonanza',
		date: '1959-09-12',
		minutes: 49,
		genres: 'Western, Drama',
		studio: 'NBC',
		fame: 50,
		by: 'David Dortort',
		cast: 'Lorne Greene = Ben Cartwright; Pernell Roberts = Adam Cartwright; Dan Blocker = Hoss Cartwright; Michael Landon = Little Joe Cartwright',
		overview: 'A widower and his three sons keep a thousand square miles of Nevada, and the peace on it.',
		seasons: [
			{
				number: 1,
				dates: ['1959-09-12', '1959-09-19', '1959-09-26', '1959-10-03', '1959-10-10'],
				titles: lines(`A Rose for Lotta
			Death on Sun Mountain
			The Newcomers
			The Paiute War
			Enter Mark Twain`)
			}
		]
	}),
	show({
		title: 'The Lucy Show',
		date: '1962-10-01',
		minutes: 25,
		genres: 'Comedy',
		studio: 'CBS',
		fame: 35,
		cast: 'Lucille Ball = Lucy Carmichael; Vivian Vance = Vivian Bagley; Gale Gordon = Theodore J. Mooney',
		overview: 'A widow, her friend, their children and one plan a week, none of which works.',
		seasons: [
			{
				number: 1,
				dates: { from: '1962-10-01', everyDays: 7 },
				titles: ['Lucy Waits Up for Chris', 'Lucy Digs Up a Date', 'Lucy Is a Referee']
			}
		]
	}),
	show({
		title: 'The Beverly Hillbillies',
		date: '1962-09-26',
		minutes: 26,
		genres: 'Comedy, Family',
		studio: 'CBS',
		fame: 45,
		by: 'Paul Henning',
		cast: 'Buddy Ebsen = Jed Clampett; Irene Ryan = Granny; Donna Douglas = Elly May; Max Baer Jr. = Jethro Bodine',
		overview:
			'Oil in the swamp makes a mountain family rich. They move to where the rich live, and change nothing.',
		seasons: [
			{
				number: 1,
				dates: { from: '1962-09-26', everyDays: 7 },
				titles: lines(`The Clampetts Strike Oil
				Getting Settled
				Meanwhile, Back at the Cabin
				The Clampetts Meet Mrs. Drysdale
				Jed Buys Stock
				Trick or Treat
				The Servants
				Jethro Goes to School
				Elly's First Date
				Pygmalion and Elly`)
			}
		]
	})
];
