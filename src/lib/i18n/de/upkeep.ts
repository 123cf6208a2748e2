/** Health, logs and backups. */
export const messages = {
	// Health
	'Check again': 'Erneut prüfen',
	'{count} {count|thing needs|things need} a look.':
		'{count} {count|Sache braucht|Sachen brauchen} einen Blick.',
	'Everything that is set up works. Some things wait for you.':
		'Alles Eingerichtete läuft. Einiges wartet noch auf Sie.',
	'Everything is in order.': 'Alles ist in Ordnung.',
	'Needs a look': 'Braucht einen Blick',
	'Waiting for you': 'Wartet auf Sie',
	'In order': 'In Ordnung',
	'Not set up yet': 'Noch nicht eingerichtet',
	Ready: 'Bereit',
	Version: 'Version',
	'Running for': 'Läuft seit',
	Mode: 'Betriebsart',
	'Data folder': 'Datenordner',
	Database: 'Datenbank',
	'The database answers.': 'Die Datenbank antwortet.',
	'Room for data': 'Platz für Daten',
	'A recent backup exists.': 'Eine frische Sicherung ist da.',
	'{size} are free.': '{size} sind frei.',
	'Only {size} are left on the disk of the data folder. Free some space.':
		'Auf der Platte des Datenordners sind nur noch {size} frei. Schaffen Sie Platz.',
	'The disk is full. Nothing can be kept.': 'Die Platte ist voll. Nichts kann behalten werden.',
	'The data folder refuses writing ({code}). Nothing can be kept.':
		'Der Datenordner verweigert das Schreiben ({code}). Nichts kann behalten werden.',
	'The check did not end within {seconds} s.': 'Die Prüfung endete nicht binnen {seconds} s.',
	'The check failed: {reason}': 'Die Prüfung schlug fehl: {reason}',
	'{count} {count|root folder is|root folders are} in order.':
		'{count} {count|Stammordner ist|Stammordner sind} in Ordnung.',
	'Nearly full: {folders}.': 'Fast voll: {folders}.',
	'{count} in use.': '{count} in Gebrauch.',
	'Not answering: {names}': 'Antwortet nicht: {names}',
	'{name} answers.': '{name} antwortet.',
	'{name} does not answer: {fault}': '{name} antwortet nicht: {fault}',
	'TMDB cannot be asked: {fault} What was looked up before stays.':
		'TMDB lässt sich nicht fragen: {fault} Was früher nachgeschlagen wurde, bleibt.',
	'The newest backup is {days} days old.': 'Die neueste Sicherung ist {days} Tage alt.',
	'The first backup is made tonight.': 'Die erste Sicherung entsteht heute Nacht.',
	'Daily backups are switched off.': 'Tägliche Sicherungen sind ausgeschaltet.',
	'Restart now': 'Jetzt neu starten',
	'Bijou restarts and will be back in a few seconds.':
		'Bijou startet neu und ist in ein paar Sekunden wieder da.',
	'Nothing would start Bijou again here. Restart it where you started it.':
		'Hier würde niemand Bijou wieder starten. Starten Sie es dort neu, wo Sie es gestartet haben.',
	'Open backups': 'Zu den Sicherungen',

	// Results of tasks
	'Removed {sessions} {sessions|session|sessions} and {entries} audit {entries|entry|entries}.':
		'{sessions} {sessions|Sitzung|Sitzungen} und {entries} {entries|Eintrag|Einträge} der Prüfspur entfernt.',
	'Removed {count} {count|definition|definitions} of the former archive.':
		'{count} {count|Definition|Definitionen} des früheren Archivs entfernt.',
	'{added} new, {changed} changed, {removed} removed.':
		'{added} neu, {changed} geändert, {removed} entfernt.',
	'{added} new, {changed} changed, {removed} removed. {faulty} cannot be used.':
		'{added} neu, {changed} geändert, {removed} entfernt. {faulty} unbrauchbar.',
	'Scanned {count} root {count|folder|folders}.': '{count} Stammordner durchsucht.',
	'Looks at {count} root {count|folder|folders}.': 'Sieht {count} Stammordner durch.',
	'Deleted {count} {count|thing|things} for good.': '{count} {count|Sache|Sachen} endgültig gelöscht.',
	'Forgot {count} {count|change|changes}.': '{count} {count|Änderung|Änderungen} vergessen.',
	'Made {name}, removed {removed} old.': '{name} gemacht, {removed} alte entfernt.',
	'Made {name}.': '{name} gemacht.',
	'Everything is ready.': 'Alles ist bereit.',
	'Forgot {count} {count|answer|answers}, freed {size} of pictures.':
		'{count} {count|Antwort|Antworten} vergessen, {size} an Bildern freigegeben.',
	'{count} forgotten.': '{count} vergessen.',
	'Forgot {count} {count|look|looks}.': '{count} {count|Durchsicht|Durchsichten} vergessen.',
	'Removed {count} {count|job|jobs}.': '{count} {count|Auftrag|Aufträge} entfernt.',

	// Backups
	'Copies of everything Bijou knows. Your films, other media and pictures of your own (the folder “pictures”) are not in them.':
		'Kopien von allem, was Bijou weiß. Ihre Filme, andere Medien und eigene Bilder (der Ordner „pictures“) sind nicht darin.',
	'Back up now': 'Jetzt sichern',
	'The backup is made.': 'Die Sicherung ist gemacht.',
	'The restore is called off. Nothing changes.': 'Die Wiederherstellung ist abgesagt. Nichts ändert sich.',
	'The backup is deleted.': 'Die Sicherung ist gelöscht.',
	'A restore waits for the next start': 'Eine Wiederherstellung wartet auf den nächsten Start',
	'Prepared {when}. Restart Bijou to go back to that backup; what it replaces is kept here.':
		'Vorbereitet {when}. Starten Sie Bijou neu, um zu dieser Sicherung zurückzukehren; was sie ersetzt, bleibt hier erhalten.',
	'Call off': 'Absagen',
	'No backup yet': 'Noch keine Sicherung',
	'Bijou makes one every night. You can also make one now.':
		'Bijou macht jede Nacht eine. Sie können auch jetzt eine machen.',
	'Bring a backup from elsewhere': 'Eine Sicherung von anderswo holen',
	'From another machine, or one that you downloaded before. It is examined before it is taken in.':
		'Von einem anderen Rechner, oder eine früher heruntergeladene. Sie wird geprüft, bevor sie aufgenommen wird.',
	'Backups lie in {folder}. Keep the file “secret” of the data folder as well: without it stored passwords and keys cannot be read again.':
		'Sicherungen liegen in {folder}. Bewahren Sie auch die Datei „secret“ des Datenordners auf: Ohne sie sind gespeicherte Passwörter und Schlüssel nicht wieder lesbar.',
	'Made every night': 'Jede Nacht gemacht',
	'Made by hand': 'Von Hand gemacht',
	'Before an update': 'Vor einer Aktualisierung',
	'Replaced by a restore': 'Durch eine Wiederherstellung ersetzt',
	Uploaded: 'Hochgeladen',
	Made: 'Gemacht',
	Why: 'Warum',
	Size: 'Größe',
	'Restore at the next start': 'Beim nächsten Start wiederherstellen',
	Download: 'Herunterladen',
	'Delete this backup?': 'Diese Sicherung löschen?',
	'It was made on {when} and cannot be brought back.':
		'Sie wurde am {when} gemacht und lässt sich nicht zurückholen.',
	'Keep it': 'Behalten',
	'Backup file': 'Sicherungsdatei',
	Upload: 'Hochladen',
	'The backup is taken in. You can restore it now.':
		'Die Sicherung ist aufgenommen. Sie können sie jetzt wiederherstellen.',
	'The connection was lost. Try again.': 'Die Verbindung ist abgerissen. Versuchen Sie es noch einmal.',

	// Logs
	'What Bijou did, newest first. Passwords and keys are left out.':
		'Was Bijou getan hat, das Neueste zuerst. Passwörter und Schlüssel sind ausgelassen.',
	Everything: 'Alles',
	'What happened': 'Was geschah',
	'Warnings and errors': 'Warnungen und Fehler',
	'Errors only': 'Nur Fehler',
	'Which lines': 'Welche Zeilen',
	'Words in the line': 'Wörter in der Zeile',
	Newest: 'Neueste',
	Follow: 'Mitlesen',
	'Log lines': 'Protokollzeilen',
	'Nothing found so far. The older lines are still to be searched.':
		'Bisher nichts gefunden. Die älteren Zeilen sind noch nicht durchsucht.',
	'No line matches': 'Keine Zeile passt',
	'Nothing was logged yet': 'Noch wurde nichts protokolliert',
	'Try fewer words, or let more lines through.':
		'Versuchen Sie weniger Wörter, oder lassen Sie mehr Zeilen zu.',
	'Show everything': 'Alles zeigen',
	'Older lines': 'Ältere Zeilen',
	'Log files': 'Protokolldateien',
	'Where it happened': 'Wo es geschah',
	Detail: 'Einzelheit',
	Warning: 'Warnung',
	Error: 'Fehler'
};
