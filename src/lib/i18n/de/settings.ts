/** Settings and connections: pages, sections and the forms drawn from their schemas. */
export const messages = {
	'How this house works. Every change counts at once.':
		'Wie dieses Haus arbeitet. Jede Änderung gilt sofort.',
	General: 'Allgemein',
	'The house': 'Das Haus',
	'Not saved': 'Nicht gespeichert',
	Saved: 'Gespeichert',

	// Sections
	'What this house is called and how it speaks to people who have not chosen for themselves.':
		'Wie dieses Haus heißt und wie es mit Menschen spricht, die nicht selbst gewählt haben.',
	'Shown on the sign-in page and in notifications.': 'Steht auf der Anmeldeseite und in Benachrichtigungen.',
	'For people who have not chosen one.': 'Für alle, die keine gewählt haben.',
	'Public address': 'Öffentliche Adresse',
	'Used for links in notifications.': 'Für Verweise in Benachrichtigungen.',
	'History of work': 'Verlauf der Arbeiten',
	'How long finished jobs and task runs stay listed.':
		'Wie lange fertige Arbeiten und Läufe von Aufgaben aufgelistet bleiben.',
	'Keep finished jobs for': 'Fertige Arbeiten behalten für',
	'Keep failed jobs for': 'Fehlgeschlagene Arbeiten behalten für',
	'Longer, so that you can still see what went wrong and try again.':
		'Länger, damit Sie noch sehen, was schiefging, und es noch einmal versuchen können.',
	'Keep runs of each task': 'Läufe jeder Aufgabe behalten',
	runs: 'Läufe',

	// Connections
	Add: 'Hinzufügen',
	'Add the first': 'Die erste hinzufügen',
	Connected: 'Verbunden',
	'Nothing connected yet': 'Noch nichts verbunden',
	'What do you want to connect?': 'Was möchten Sie verbinden?',
	Kind: 'Art',
	Priority: 'Rang',
	'Priority and tags': 'Rang und Schlagwörter',
	'Lower goes first.': 'Kleinere zuerst.',
	Tags: 'Schlagwörter',
	Tag: 'Schlagwort',
	'With tags, it serves only what carries one of them.':
		'Mit Schlagwörtern dient sie nur dem, was eines davon trägt.',
	'In use': 'In Gebrauch',
	'Switched off, it keeps its settings and is left alone.':
		'Ausgeschaltet behält sie ihre Einstellungen und wird in Ruhe gelassen.',
	'Bijou no longer knows this kind': 'Bijou kennt diese Art nicht mehr',
	'Failed last time': 'Zuletzt fehlgeschlagen',
	'The last attempt failed': 'Der letzte Versuch schlug fehl',
	'Not used yet': 'Noch nicht benutzt',
	Works: 'Funktioniert',
	Test: 'Testen',
	'It works': 'Es funktioniert',
	'It does not work yet': 'Es funktioniert noch nicht',
	'Remove {name}?': '{name} entfernen?',
	'Its settings and secrets are deleted. To pause it, switch it off instead.':
		'Einstellungen und Geheimnisse werden gelöscht. Für eine Pause genügt es, sie auszuschalten.',

	// Notifications
	Notifications: 'Benachrichtigungen',
	'Where Bijou tells you that something failed or needs attention.':
		'Wo Bijou sagt, dass etwas fehlschlug oder Aufmerksamkeit braucht.',
	'Posts each note as JSON to an address of yours.':
		'Schickt jede Nachricht als JSON an eine Adresse von Ihnen.',
	'Push messages to a phone by ntfy.sh or a server of your own.':
		'Nachrichten aufs Telefon über ntfy.sh oder einen eigenen Server.',
	'Messages on a Gotify server of your own.': 'Nachrichten auf einem eigenen Gotify-Server.',
	Address: 'Adresse',
	Server: 'Server',
	Topic: 'Thema',
	'Whoever knows it can read along: choose one that is hard to guess.':
		'Wer es kennt, liest mit: Wählen Sie eines, das schwer zu erraten ist.',
	'Access token': 'Zugriffsschlüssel',
	'Application token': 'Schlüssel der Anwendung',
	'Signing secret': 'Geheimnis für die Unterschrift',
	'With it each post carries X-Bijou-Signature: sha256=…, an HMAC of the body.':
		'Damit trägt jede Sendung X-Bijou-Signature: sha256=…, einen HMAC des Inhalts.',
	'Authorization header': 'Authorization-Kopfzeile',
	'Tell about': 'Berichten über',
	'Jobs that failed': 'Fehlgeschlagene Arbeiten',
	'Something that needs attention': 'Was Aufmerksamkeit braucht',
	'Something that is well again': 'Was wieder gut ist'
};
