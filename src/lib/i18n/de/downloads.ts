import type { Messages } from '../i18n.ts';

export const messages: Messages = {
	Activity: 'Aktivität',
	Queue: 'Warteschlange',
	Blocklist: 'Sperrliste',
	Downloads: 'Downloads',
	'What Bijou remembers of what it asked for.': 'Was Bijou von dem behält, worum es gebeten hat.',
	'Keep the history for': 'Verlauf behalten für',
	'Of downloads that failed or were cleared away.':
		'Von Downloads, die fehlgeschlagen sind oder entfernt wurden.',
	'Forget old downloads': 'Alte Downloads vergessen',
	'Those that failed or were cleared away, after the time set under Settings, Downloads.':
		'Fehlgeschlagene und entfernte, nach der unter Einstellungen, Downloads gesetzten Zeit.',
	'Download clients': 'Download-Programme',
	'Programs that fetch the torrents and NZB files that Bijou chooses.':
		'Programme, die die Torrents und NZB-Dateien holen, die Bijou aussucht.',
	'Folders of download clients': 'Ordner der Download-Programme',
	'No download client is set up, so nothing that is found can be fetched.':
		'Kein Download-Programm ist eingerichtet, also kann nichts Gefundenes geholt werden.',
	'See download clients': 'Download-Programme ansehen',
	'Bijou sees what its clients fetch.': 'Bijou sieht, was seine Download-Programme holen.',

	'Who fetches what is found?': 'Wer holt, was gefunden wird?',
	'Bijou hands releases to a program that you run already. You can leave this for later.':
		'Bijou übergibt Veröffentlichungen einem Programm, das Sie schon betreiben. Das geht auch später.',
	'{name} is connected': '{name} ist verbunden',
	'Choose another': 'Anderes wählen',

	'What Bijou has asked its download clients for.': 'Worum Bijou seine Download-Programme gebeten hat.',
	'Which downloads': 'Welche Downloads',
	'Nothing can be downloaded yet': 'Noch kann nichts heruntergeladen werden',
	'Bijou hands what it finds to a download client, and none is set up.':
		'Bijou übergibt, was es findet, einem Download-Programm, und keines ist eingerichtet.',
	'What you grab shows here while it is being downloaded.':
		'Was Sie holen, steht hier, solange es heruntergeladen wird.',
	'Search for releases': 'Nach Veröffentlichungen suchen',
	'Nothing has been completed yet': 'Noch nichts ist fertig',
	'Import undone': 'Import rückgängig gemacht',
	'What is downloaded waits here until it is imported or removed.':
		'Was heruntergeladen ist, wartet hier, bis es importiert oder entfernt wird.',
	'When something does, it says here why.': 'Wenn doch, steht hier, warum.',
	'Waiting its turn': 'Wartet',
	Downloading: 'Wird heruntergeladen',
	'Standing still': 'Steht still',
	Paused: 'Angehalten',
	'Being unpacked or moved': 'Wird entpackt oder verschoben',
	Completed: 'Fertig',
	'Handed over': 'Übergeben',
	'Gone from the client': 'Nicht mehr im Programm',
	Removed: 'Entfernt',
	Grabbed: 'Geholt',
	'{size} a second': '{size} pro Sekunde',
	'{time} left': 'noch {time}',
	'{indexer} to {client}': '{indexer} an {client}',
	'{who}, {when}': '{who}, {when}',
	At: 'In',
	'Go on with {title}': '{title} fortsetzen',
	'Pause {title}': '{title} anhalten',
	'Remove {title}': '{title} entfernen',
	'Remove this download?': 'Diesen Download entfernen?',
	'Remove this download': 'Diesen Download entfernen',
	'Remove it from {client} too': 'Auch aus {client} entfernen',
	'Else only Bijou forgets about it.': 'Sonst vergisst es nur Bijou.',
	'Delete its files': 'Seine Dateien löschen',
	'What has been downloaded so far is gone then.': 'Was bis jetzt heruntergeladen ist, ist dann weg.',
	'Do not take this release again': 'Diese Veröffentlichung nicht wieder nehmen',
	'It goes on the blocklist, where it can be taken off.':
		'Sie kommt auf die Sperrliste, von der man sie wieder nehmen kann.',
	'What it is': 'Was es ist',
	'What became of it': 'Was daraus wurde',
	'Called there': 'Heißt dort',
	'Where it lies': 'Wo es liegt',
	'Info hash': 'Info-Hash',
	Client: 'Programm',
	'Nothing has come for five minutes.': 'Seit fünf Minuten ist nichts angekommen.',
	'The client does not know it any more.': 'Das Programm kennt es nicht mehr.',
	'Waiting for somebody who has its description.': 'Wartet auf jemanden, der seine Beschreibung hat.',
	'With its files.': 'Mit seinen Dateien.',
	'Its files stay.': 'Seine Dateien bleiben.',
	'It stays in the client.': 'Es bleibt im Programm.',
	'Waits in the folder to be picked up.': 'Wartet im Ordner darauf, abgeholt zu werden.',
	'Picked up. Bijou cannot see what becomes of it.': 'Abgeholt. Bijou sieht nicht, was daraus wird.',
	'Picked up. It is not in the other folder yet.': 'Abgeholt. Es liegt noch nicht im anderen Ordner.',
	'It is still being written.': 'Es wird noch geschrieben.',

	'What became of everything that was grabbed.': 'Was aus allem wurde, das geholt wurde.',
	'Which steps': 'Welche Schritte',
	'Nothing like that has happened': 'Nichts dergleichen ist geschehen',
	'Look for another title, or at everything.': 'Suchen Sie einen anderen Titel, oder sehen Sie alles an.',
	'Nothing has been grabbed yet': 'Noch nichts wurde geholt',
	'What is grabbed, completed, failed and removed is told here, with the reasons.':
		'Was geholt wurde, fertig wurde, fehlschlug und entfernt wurde, steht hier mit den Gründen.',
	'Part of the title': 'Teil des Titels',

	'Releases that are not taken again.': 'Veröffentlichungen, die nicht wieder genommen werden.',
	'Take {title} off the blocklist': '{title} von der Sperrliste nehmen',
	'Nothing is blocked': 'Nichts ist gesperrt',
	'Nothing of that name is blocked': 'Nichts dieses Namens ist gesperrt',
	'Releases that turned out bad go here when you remove them from the queue, and are not taken again.':
		'Veröffentlichungen, die sich als schlecht erweisen, kommen hierher, wenn Sie sie aus der Warteschlange entfernen, und werden nicht wieder genommen.',
	any: 'alle',
	By: 'Von',

	'Torrents, through its web interface; version 4.1 and later.':
		'Torrents, über seine Weboberfläche; ab Version 4.1.',
	'Torrents, through its remote access; version 2.80 and later.':
		'Torrents, über seinen Fernzugriff; ab Version 2.80.',
	'Torrents, through its web interface; version 2.': 'Torrents, über seine Weboberfläche; Version 2.',
	'Torrents, through its JSON-RPC. It has no categories and deletes no files.':
		'Torrents, über sein JSON-RPC. Es kennt keine Kategorien und löscht keine Dateien.',
	'NZB files, through its API; version 2 and later.': 'NZB-Dateien, über seine API; ab Version 2.',
	'NZB files, through its remote control; version 16 and later.':
		'NZB-Dateien, über seine Fernsteuerung; ab Version 16.',
	'Watched folder': 'Überwachter Ordner',
	'Puts torrents, magnet links or NZB files into a folder that some program watches.':
		'Legt Torrents, Magnet-Links oder NZB-Dateien in einen Ordner, den ein Programm überwacht.',
	'As a browser opens it, with its URL base if it has one.':
		'Wie ein Browser sie öffnet, mit ihrem URL-Pfad, falls es einen gibt.',
	'Of its web interface.': 'Seiner Weboberfläche.',
	'Keeps what Bijou asks for apart from everything else.':
		'Hält auseinander, worum Bijou bittet und was sonst dort liegt.',
	Label: 'Etikett',
	'Marks what Bijou asks for. Transmission knows labels since version 3.':
		'Kennzeichnet, worum Bijou bittet. Transmission kennt Etiketten seit Version 3.',
	'Marks what Bijou asks for, if the Label plugin of Deluge is switched on.':
		'Kennzeichnet, worum Bijou bittet, wenn das Label-Plugin von Deluge eingeschaltet ist.',
	'Save to': 'Speichern in',
	'A folder as qBittorrent sees it; its own choice when empty.':
		'Ein Ordner, wie qBittorrent ihn sieht; leer lässt es selbst wählen.',
	'A folder as Transmission sees it; its own choice when empty.':
		'Ein Ordner, wie Transmission ihn sieht; leer lässt es selbst wählen.',
	'A folder as Deluge sees it; its own choice when empty.':
		'Ein Ordner, wie Deluge ihn sieht; leer lässt es selbst wählen.',
	'A folder as aria2 sees it; its own choice when empty.':
		'Ein Ordner, wie aria2 ihn sieht; leer lässt es selbst wählen.',
	'To the front of its queue': 'An den Anfang seiner Warteschlange',
	'Add paused': 'Angehalten hinzufügen',
	'Waits in the client until somebody starts it.': 'Wartet im Programm, bis jemand es startet.',
	'Where its folders are for Bijou': 'Wo seine Ordner für Bijou liegen',
	'One a line, when the client runs elsewhere: its path => the same folder as Bijou sees it.':
		'Je Zeile einer, wenn das Programm anderswo läuft: sein Pfad => derselbe Ordner, wie Bijou ihn sieht.',
	'Check its certificate': 'Sein Zertifikat prüfen',
	'Switch off for a certificate that the client made itself.':
		'Ausschalten bei einem Zertifikat, das das Programm selbst gemacht hat.',
	'Where its RPC listens (`--enable-rpc`).': 'Wo sein RPC lauscht (`--enable-rpc`).',
	'RPC secret': 'RPC-Geheimnis',
	'In SABnzbd under Config, General.': 'In SABnzbd unter Config, General.',
	'One that SABnzbd has, such as movies; its default when empty.':
		'Eine, die SABnzbd kennt, etwa movies; leer nimmt es seine übliche.',
	'One that NZBGet has, such as Movies; none when empty.': 'Eine, die NZBGet kennt, etwa Movies; leer keine.',
	'Priority there': 'Vorrang dort',
	'As the category says': 'Wie die Kategorie sagt',
	'At once, even when paused': 'Sofort, auch wenn angehalten',
	Low: 'Niedrig',
	Normal: 'Normal',
	High: 'Hoch',
	'As Bijou sees it.': 'Wie Bijou ihn sieht.',
	Takes: 'Nimmt',
	Torrents: 'Torrents',
	'NZB files': 'NZB-Dateien',
	'Magnet links too': 'Auch Magnet-Links',
	'As files that end in .magnet; not every program reads them.':
		'Als Dateien mit der Endung .magnet; nicht jedes Programm liest sie.',
	'Where finished downloads come to lie': 'Wo fertige Downloads landen',
	'Bijou looks there for what it handed over. Without it, it cannot know what became of them.':
		'Dort sucht Bijou, was es übergeben hat. Ohne ihn weiß es nicht, was daraus wurde.'
};
