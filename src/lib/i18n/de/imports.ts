/** The import by hand: choosing a folder, its files, what becomes of them. */
export const messages = {
	Import: 'Importieren',
	'Point at a folder: see what each file is, mend what is wrong, and put it where it belongs.':
		'Einen Ordner zeigen, sehen, was jede Datei ist, richten, was nicht stimmt, und alles an seinen Platz bringen.',
	'There is nowhere to put files yet': 'Noch gibt es keinen Platz für Dateien',
	'Add a root folder for films or series first.':
		'Zuerst einen Stammordner für Filme oder Serien hinzufügen.',
	'This folder cannot be looked into': 'In diesen Ordner lässt sich nicht sehen',
	'Look inside': 'Hineinsehen',
	'Looked into lately': 'Zuletzt angesehen',
	'Came in lately': 'Zuletzt hereingekommen',
	'Folder or file on the server': 'Ordner oder Datei auf dem Server',
	'instead of {quality}': 'statt {quality}',
	'another file': 'eine andere Datei',
	'Look again': 'Noch einmal hinsehen',
	'Another folder': 'Anderer Ordner',
	'Looks at what is in it': 'Sieht nach, was darin ist',
	'Brings the files in': 'Bringt die Dateien herein',
	'The look did not come to its end': 'Das Nachsehen kam nicht zum Ende',
	'A source did not answer': 'Eine Quelle hat nicht geantwortet',
	'Which files': 'Welche Dateien',
	'Left out': 'Ausgelassen',
	Imported: 'Importiert',
	'There is nothing to import in here.': 'Hier gibt es nichts zu importieren.',
	'Bijou found no film and no episode, only {count} other {count|file|files}.':
		'Bijou fand keinen Film und keine Folge, nur {count} andere {count|Datei|Dateien}.',
	'{count} {count|place was|places were} left out': '{count} {count|Stelle wurde|Stellen wurden} ausgelassen',
	'The files are back where they were': 'Die Dateien sind wieder, wo sie waren',
	'{count} {count|file has|files have} come in': '{count} {count|Datei ist|Dateien sind} hereingekommen',
	'{count} files': '{count} Dateien',
	'and {count} more': 'und {count} weitere',
	'{count} {count|file|files} did not come in': '{count} {count|Datei kam|Dateien kamen} nicht herein',
	'They lie where they were. Each says why below; mend it and import again.':
		'Sie liegen, wo sie waren. Unten steht bei jeder, warum; richten und noch einmal importieren.',
	'The files leave their folder.': 'Die Dateien verlassen ihren Ordner.',
	'The files stay as they are too, and share their bytes where the disk can; else they are copied.':
		'Die Dateien bleiben auch, wie sie sind, und teilen ihre Bytes, wo die Platte es kann; sonst werden sie kopiert.',
	'The files stay as they are too, and take their room twice.':
		'Die Dateien bleiben auch, wie sie sind, und brauchen den Platz zweimal.',
	'{count} {count|file|files} chosen': '{count} {count|Datei|Dateien} gewählt',
	'{count} still {count|waits|wait} to be settled': '{count} {count|ist|sind} noch zu klären',
	'{count} would come to one place; both are kept': '{count} kämen an denselben Platz; beide bleiben',
	'Choose what is to come in.': 'Wählen, was herein soll.',
	'How the files come': 'Wie die Dateien kommen',
	Move: 'Verschieben',
	Share: 'Teilen',
	'Import {count} {count|file|files}': '{count} {count|Datei|Dateien} importieren',
	'What are they?': 'Was sind sie?',
	'Change all chosen': 'Alle gewählten ändern',
	'{count} more': '{count} weitere',
	'It is better': 'Diese ist besser',
	'It is as good': 'Diese ist gleich gut',
	'It is worse': 'Diese ist schlechter',
	'It has come in.': 'Sie ist hereingekommen.',
	'It did not come in.': 'Sie kam nicht herein.',
	'Another chosen file would come to the same place; both are kept.':
		'Eine andere gewählte Datei käme an denselben Platz; beide bleiben.',
	'Comes along': 'Kommt mit',
	'Import it all the same': 'Trotzdem importieren',
	Untitled: 'Ohne Titel',
	new: 'neu',
	'What is it?': 'Was ist es?',
	'There is {quality}': 'Da ist {quality}',
	'What happens to the file that is there': 'Was mit der vorhandenen Datei geschieht',
	'Replace it': 'Ersetzen',
	'Keep both': 'Beide behalten',
	'Goes to': 'Kommt nach',
	'What are these {count} files?': 'Was sind diese {count} Dateien?',
	'Film or series': 'Film oder Serie',
	'No source could be asked': 'Keine Quelle konnte gefragt werden',
	'in the library': 'in der Bibliothek',
	'Comes new into the library': 'Kommt neu in die Bibliothek',
	'By this name alone; a source may know more later':
		'Nur unter diesem Namen; eine Quelle weiß später vielleicht mehr',
	'If it is new in the library': 'Wenn es neu in der Bibliothek ist',
	'The first that fits': 'Der erste, der passt',
	'Change {count} {count|file|files}': '{count} {count|Datei|Dateien} ändern',
	'What you leave empty stays as it is with each.': 'Was leer bleibt, bleibt bei jeder, wie es ist.',
	'Number the episodes from': 'Folgen zählen ab',
	'One after the other, in the order of the file names.':
		'Eine nach der anderen, in der Reihenfolge der Dateinamen.',
	'As it is': 'Wie es ist',
	'Where a file is there already': 'Wo schon eine Datei ist',
	'Import from a folder': 'Aus einem Ordner importieren',

	// What the server says of files
	'It is an archive. Unpack it, then look again.':
		'Es ist ein Archiv. Erst entpacken, dann noch einmal hinsehen.',
	'It is not whole yet: its download is still under way.':
		'Sie ist noch nicht ganz: Der Download läuft noch.',
	'It is a sample.': 'Es ist eine Probe.',
	'It is a trailer, not the film itself.': 'Es ist ein Trailer, nicht der Film selbst.',
	'It is a film for the background of a page.': 'Es ist ein Film für den Hintergrund einer Seite.',
	'It is an extra, not the film itself.': 'Es ist ein Extra, nicht der Film selbst.',
	'It is a whole disc. Move its folder into a root folder and scan that.':
		'Es ist eine ganze Disc. Ihren Ordner in einen Stammordner verschieben und diesen durchsuchen.',
	'It is empty.': 'Sie ist leer.',
	'It is still being written. Look again when it is whole.':
		'Sie wird noch geschrieben. Noch einmal hinsehen, wenn sie ganz ist.',
	'It is in the library already.': 'Sie ist schon in der Bibliothek.',
	'Bijou may not read it.': 'Bijou darf sie nicht lesen.',
	'It is not there any more.': 'Sie ist nicht mehr da.',
	'Nobody knows yet what it is.': 'Noch weiß niemand, was es ist.',
	'Its season is not known.': 'Ihre Staffel ist nicht bekannt.',
	'Its episode is not known.': 'Ihre Folge ist nicht bekannt.',
	'It is a guess. Have a look.': 'Es ist eine Vermutung. Bitte ansehen.',
	'Another file stands at this place.': 'An diesem Platz steht eine andere Datei.',
	'It has changed since the folder was looked into. Look again.':
		'Sie hat sich geändert, seit in den Ordner gesehen wurde. Noch einmal hinsehen.',
	'It is still being written.': 'Sie wird noch geschrieben.',
	'It is a link to a file that lies elsewhere. Import that one.':
		'Es ist ein Verweis auf eine Datei, die anderswo liegt. Jene importieren.',
	'There is no root folder for films that may be written to.':
		'Es gibt keinen Stammordner für Filme, in den geschrieben werden darf.',
	'There is no root folder for series that may be written to.':
		'Es gibt keinen Stammordner für Serien, in den geschrieben werden darf.',
	'The disk is read-only.': 'Die Platte ist nur lesbar.',
	'Bijou may not write there.': 'Bijou darf dort nicht schreiben.',
	'Its name would be too long for the disk.': 'Ihr Name wäre zu lang für die Platte.',
	'These files are being imported already.': 'Diese Dateien werden schon importiert.',
	'These files are being imported. Wait until that is done.':
		'Diese Dateien werden gerade importiert. Bitte warten, bis das fertig ist.',
	'The folder is still being looked into. Wait a moment.':
		'In den Ordner wird noch hineingesehen. Bitte einen Moment warten.',
	'No file that is ready is chosen. Say what they are first.':
		'Keine fertige Datei ist gewählt. Zuerst sagen, was sie sind.',
	'Give the whole path, such as /downloads/complete.': 'Den ganzen Pfad angeben, etwa /downloads/complete.',
	'Imported {title}': '{title} importiert',
	'Imported {count} files from {folder}': '{count} Dateien aus {folder} importiert',
	'Look into a folder for the import': 'In einen Ordner hineinsehen, um zu importieren',
	'Import files': 'Dateien importieren',
	'Forget old looks into folders': 'Altes Hineinsehen in Ordner vergessen',
	'What was found and not imported is forgotten after two weeks; the history stays.':
		'Was gefunden und nicht importiert wurde, wird nach zwei Wochen vergessen; der Verlauf bleibt.'
};
