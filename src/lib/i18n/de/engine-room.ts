import type { Messages } from '../i18n.ts';

/** What domains declare of themselves: settings, tasks, checks of health. */
export const messages: Messages = {
	// Settings
	'Signing in': 'Anmelden',
	'How people come in, and how long their traces are kept.':
		'Wie Personen hereinkommen und wie lange ihre Spuren bleiben.',
	'Keep the audit log for': 'Nachweis aufheben für',
	'OpenID Connect issuer': 'Aussteller (OpenID Connect)',
	'Lets people sign in with Authentik, Authelia, Pocket ID, Keycloak and the like.':
		'Damit melden sich Personen über Authentik, Authelia, Pocket ID, Keycloak und Ähnliches an.',
	'Client id': 'Client-ID',
	'Client secret': 'Client-Geheimnis',
	'Name on the button': 'Name auf dem Knopf',
	'Let people in who have no account yet': 'Auch Personen ohne Konto hereinlassen',
	'They get an account at their first sign-in.': 'Bei der ersten Anmeldung bekommen sie ein Konto.',
	'Their role': 'Ihre Rolle',
	Metadata: 'Metadaten',
	'Where titles, episodes and pictures come from. Without a key, series come from TVmaze and films from their names and NFO files.':
		'Woher Titel, Folgen und Bilder kommen. Ohne Schlüssel kommen Serien von TVmaze und Filme aus ihren Namen und NFO-Dateien.',
	'TMDB key': 'TMDB-Schlüssel',
	'Free, from themoviedb.org under Settings, API: either the key or the read access token.':
		'Kostenlos bei themoviedb.org unter Einstellungen, API: der Schlüssel oder das Lese-Token.',
	'Of titles and descriptions.': 'Von Titeln und Beschreibungen.',
	Country: 'Land',
	'For age ratings and release dates.': 'Für Altersfreigaben und Erscheinungstage.',
	'Include adult titles': 'Auch Titel für Erwachsene',
	'Space for pictures': 'Platz für Bilder',
	seconds: 'Sekunden',
	minutes: 'Minuten',
	'How folders are kept an eye on, and what happens to deleted files.':
		'Wie Ordner im Auge behalten werden und was mit gelöschten Dateien geschieht.',
	'Watch folders': 'Ordner beobachten',
	'New files appear within seconds. Network mounts are looked at by the task "Look at network folders".':
		'Neue Dateien erscheinen in Sekunden. In Netzlaufwerke schaut die Aufgabe „Netzordner ansehen“.',
	'Look into files': 'In Dateien hineinschauen',
	'Reads duration, picture, sound and subtitles of every file with ffprobe.':
		'Liest Dauer, Bild, Ton und Untertitel jeder Datei mit ffprobe.',
	'Give up on a file after': 'Bei einer Datei aufgeben nach',
	'Refresh metadata after': 'Metadaten auffrischen nach',
	'Running series are refreshed every day.': 'Laufende Serien werden täglich aufgefrischt.',
	'Keep deleted files for': 'Gelöschte Dateien aufheben für',
	'They lie in .bijou-trash in their root folder and can be brought back.':
		'Sie liegen in .bijou-trash in ihrem Stammordner und können zurückgeholt werden.',
	'Copies of the database, made while Bijou runs. They are kept in the folder "backups" of the data folder.':
		'Kopien der Datenbank, im laufenden Betrieb gemacht. Sie liegen im Ordner „backups“ des Datenordners.',
	'Back up every day': 'Täglich sichern',
	'At night; when the machine is off then, soon after it is back.':
		'Nachts; ist die Maschine dann aus, bald nachdem sie wieder an ist.',
	'Keep daily backups': 'Tägliche Sicherungen aufheben',
	copies: 'Kopien',
	'Keep copies from before updates and restores':
		'Kopien von vor Aktualisierungen und Wiederherstellungen aufheben',
	'Backups that you made or uploaded yourself stay until you delete them.':
		'Selbst gemachte oder hochgeladene Sicherungen bleiben, bis jemand sie löscht.',

	// Tasks
	'Tidy up accounts': 'Konten aufräumen',
	'Removes sessions and invitations that ended, and audit entries past their time.':
		'Entfernt abgelaufene Sitzungen und Einladungen und alte Einträge im Nachweis.',
	'Tidy metadata and pictures': 'Metadaten und Bilder aufräumen',
	'Forgets old answers and keeps the picture cache within its bound.':
		'Vergisst alte Antworten und hält den Bildspeicher in seinen Grenzen.',
	'Look at what indexers have new': 'Neues bei den Indexern ansehen',
	'Reads the feed of every indexer that is followed and remembers what it saw.':
		'Liest die Neuigkeiten jedes verfolgten Indexers und merkt sich, was es gab.',
	'Ask indexers what they can do': 'Indexer fragen, was sie können',
	'Kinds of search and categories of every Newznab and Torznab address.':
		'Sucharten und Kategorien jeder Newznab- und Torznab-Adresse.',
	'Fetch the archive of indexer definitions': 'Archiv der Indexer-Definitionen holen',
	'From the address under Settings, Searching.': 'Von der Adresse unter Einstellungen, Suchen.',
	'No archive is set.': 'Kein Archiv ist eingetragen.',
	'Keep in step with Prowlarr and Jackett': 'Mit Prowlarr und Jackett Schritt halten',
	'Nothing is connected.': 'Nichts ist verbunden.',
	'Scan libraries': 'Mediatheken durchsehen',
	'Finds new, changed, moved and missing files in all root folders.':
		'Findet neue, geänderte, verschobene und fehlende Dateien in allen Stammordnern.',
	'Look at network folders': 'Netzordner ansehen',
	'Network mounts do not tell of changes, and a disk does not tell that it went or came back.':
		'Netzlaufwerke melden keine Änderungen, und ein Datenträger meldet nicht, dass er fehlt oder wieder da ist.',
	'There is nothing to look at.': 'Es gibt nichts anzusehen.',
	'Identify what is left': 'Übriges erkennen',
	'Tries again where a source failed.': 'Versucht es noch einmal, wo eine Quelle versagte.',
	'Refresh metadata': 'Metadaten auffrischen',
	'Running series every day, everything else after some weeks; locked fields stay.':
		'Laufende Serien täglich, alles andere nach einigen Wochen; Gesperrtes bleibt.',
	'Deletes for good what was deleted longer ago than the settings say.':
		'Löscht endgültig, was länger gelöscht ist, als die Einstellungen sagen.',
	'What was changed longer ago than the settings say can no longer be undone.':
		'Was länger her ist, als die Einstellungen sagen, lässt sich nicht mehr zurücknehmen.',
	'Back up the database': 'Datenbank sichern',
	'Makes a backup and removes those over the limit set under Settings, Backups.':
		'Macht eine Sicherung und entfernt überzählige (Einstellungen, Sicherungen).',
	'Check the health of everything': 'Zustand von allem prüfen',

	// Health
	'The data folder can be written to.': 'In den Datenordner kann geschrieben werden.',
	'People sign in with a user name and a password.': 'Personen melden sich mit Benutzername und Passwort an.',
	'Films and series are looked up at TMDB, series also at TVmaze.':
		'Filme und Serien werden bei TMDB nachgeschlagen, Serien auch bei TVmaze.',
	'TMDB does not know the key, so nothing new can be looked up there.':
		'TMDB kennt den Schlüssel nicht; Neues kann dort nicht nachgeschlagen werden.',
	'Files can be looked into.': 'In Dateien kann hineingeschaut werden.'
};
