/** Shell, home, error pages, and the words inside the kit. */
export const messages = {
	// Navigation
	Home: 'Start',
	Search: 'Suche',
	More: 'Mehr',
	Main: 'Hauptmenü',
	People: 'Personen',
	Settings: 'Einstellungen',
	System: 'System',
	Tasks: 'Aufgaben',
	Jobs: 'Arbeiten',
	Health: 'Zustand',
	Logs: 'Protokoll',
	Backups: 'Sicherungen',
	Audit: 'Nachweis',
	Account: 'Konto',
	'Bijou, home': 'Bijou, Startseite',
	'Skip to content': 'Zum Inhalt springen',
	'You are here': 'Sie sind hier',
	'Search and commands': 'Suche und Befehle',
	'Search and commands (Ctrl K)': 'Suche und Befehle (Strg K)',
	'This device is offline. What you see may be old.':
		'Dieses Gerät ist offline. Was hier steht, kann veraltet sein.',
	'The live connection is lost and being sought. What you see may be old.':
		'Die Live-Verbindung ist verloren und wird gesucht. Was hier steht, kann veraltet sein.',
	'Where to, or what shall be done?': 'Wohin, oder was soll geschehen?',
	Results: 'Treffer',
	'Nothing by that name.': 'Nichts unter diesem Namen.',
	'Go to': 'Gehe zu',
	Do: 'Tun',
	Everywhere: 'Überall',
	'This list': 'Diese Liste',
	'Close what is open': 'Schließen, was offen ist',
	'Keyboard shortcuts': 'Tastenkürzel',

	// Person
	'{name}, account menu': '{name}, Kontomenü',
	'Runs this house': 'Leitet dieses Haus',
	Member: 'Mitglied',
	Guest: 'Gast',
	Look: 'Aussehen',
	Language: 'Sprache',
	Auto: 'Automatisch',
	Dark: 'Dunkel',
	Light: 'Hell',
	'Dim the lights': 'Licht aus',
	'Lights on': 'Licht an',
	'Lights as on this device': 'Licht wie auf diesem Gerät',
	'Sign out': 'Abmelden',
	'Switch profile': 'Profil wechseln',

	// Home
	'Good morning, {name}': 'Guten Morgen, {name}',
	'Good afternoon, {name}': 'Guten Tag, {name}',
	'Good evening, {name}': 'Guten Abend, {name}',
	'Still up, {name}?': 'Noch wach, {name}?',
	'{titles} {titles|title stands|titles stand} on the shelves. {count} {count|thing wants|things want} a hand.':
		'{titles} {titles|Titel steht|Titel stehen} in den Regalen. {count} {count|Sache braucht|Sachen brauchen} eine Hand.',
	'{titles} {titles|title stands|titles stand} on the shelves.':
		'{titles} {titles|Titel steht|Titel stehen} in den Regalen.',
	'Newly on the shelves': 'Neu in den Regalen',
	'{title}, scrolls sideways': '{title}, seitlich verschiebbar',
	'Under way': 'Im Gange',
	'The programme': 'Das Programm',
	'{done} of {all} ready': '{done} von {all} bereit',
	'{count} {count|thing is|things are} in order': '{count} {count|Sache ist|Sachen sind} in Ordnung',
	'The house is open, the shelves are still empty. {count} {count|thing is|things are} left before the first film.':
		'Das Haus ist offen, die Regale sind noch leer. Bis zum ersten Film {count|fehlt|fehlen} noch {count} {count|Sache|Sachen}.',
	'The house is open and everything in it is ready. Only the shelves are still empty.':
		'Das Haus ist offen und alles darin bereit. Nur die Regale sind noch leer.',
	'The house is open, the shelves are still empty. Whoever runs it is setting things up.':
		'Das Haus ist offen, die Regale sind noch leer. Wer es leitet, richtet gerade alles ein.',
	'Look around the settings': 'Einstellungen ansehen',

	// The engine room
	'The engine room: what runs, what is well, what comes next.':
		'Der Maschinenraum: was läuft, was in Ordnung ist, was als Nächstes kommt.',
	Well: 'Gut',
	'{count|check wants|checks want} a hand': '{count|Prüfung braucht|Prüfungen brauchen} eine Hand',
	'all checks pass': 'alle Prüfungen bestanden',
	'jobs under way, {failed} failed': 'Arbeiten im Gange, {failed} gescheitert',
	'{count|job|jobs} under way': '{count|Arbeit|Arbeiten} im Gange',
	'the last backup': 'die letzte Sicherung',
	'up, version {version}': 'in Betrieb, Version {version}',
	'Coming up': 'Demnächst',
	'running now': 'läuft gerade',

	// Faults
	'This door is for the staff': 'Diese Tür ist nur für das Personal',
	'Your account may not open it. Whoever runs this house can change that.':
		'Ihr Konto darf sie nicht öffnen. Wer dieses Haus leitet, kann das ändern.',
	'This reel is not in the house': 'Diese Rolle ist nicht im Haus',
	'There is nothing at this address. It may have been moved or removed.':
		'Unter dieser Adresse ist nichts. Vielleicht wurde es verschoben oder entfernt.',
	'Too large for the door': 'Zu groß für die Tür',
	'What was sent is larger than this page takes.': 'Das Gesendete ist größer, als diese Seite annimmt.',
	'One at a time, please': 'Bitte der Reihe nach',
	'That was asked too often. Wait a moment, then try again.':
		'Das wurde zu oft gefragt. Kurz warten, dann noch einmal versuchen.',
	'Back after a short interval': 'Gleich zurück nach kurzer Pause',
	'The house is busy with itself. Try again in a moment.':
		'Das Haus ist mit sich beschäftigt. Gleich noch einmal versuchen.',
	'The film has torn': 'Der Film ist gerissen',
	'Something broke in here, not at your end. Trying again may help.':
		'Hier drinnen ist etwas zerbrochen, nicht bei Ihnen. Ein neuer Versuch kann helfen.',
	'Try again': 'Noch einmal versuchen',
	'To the foyer': 'Ins Foyer',
	'In the log this is': 'Im Protokoll steht dies unter',

	// Kit
	optional: 'freiwillig',
	Close: 'Schließen',
	Show: 'Zeigen',
	Hide: 'Verbergen',
	Open: 'Öffnen',
	Remove: 'Entfernen',
	Dismiss: 'Ausblenden',
	Undo: 'Rückgängig',
	Actions: 'Aktionen',
	Advanced: 'Erweitert',
	Messages: 'Meldungen',
	'Not set': 'Nicht gesetzt',
	'Add a line': 'Zeile hinzufügen',
	'{label}, line {index}': '{label}, Zeile {index}',
	'Set by {variable} in the environment': 'Durch {variable} in der Umgebung gesetzt'
};
