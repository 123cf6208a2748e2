import type { Messages } from '../i18n.ts';

/** Adding titles, what profiles say of them, collections, discovering and what is wanted. */
export const messages: Messages = {
	'Add a film': 'Film hinzufügen',
	'Add a series': 'Serie hinzufügen',
	'Add {title}': '{title} hinzufügen',
	'{title} is in the library now': '{title} gehört jetzt zur Mediathek',
	'{title} is in the library already': '{title} gehört schon zur Mediathek',
	'Show it': 'Zeigen',
	'It was not added': 'Nicht hinzugefügt',
	'There is no folder for it yet.': 'Dafür gibt es noch keinen Ordner.',
	'A title needs a root folder of its kind, which Bijou may write to.':
		'Ein Titel braucht einen Stammordner seiner Art, in den Bijou schreiben darf.',
	'As the shelf has it: {profile}': 'Wie im Regal: {profile}',
	'As its shelf has it': 'Wie in seinem Regal',
	'Which qualities are taken, and when it is good enough.':
		'Welche Qualitäten genommen werden, und wann es gut genug ist.',
	'Look for': 'Suchen nach',
	'Look for it': 'Danach suchen',
	'It is wanted until there is a file that is good enough.':
		'Er wird gesucht, bis es eine Datei gibt, die gut genug ist.',
	'From when': 'Ab wann',
	'Look for it from': 'Suchen ab',
	'As soon as it is announced': 'Sobald er angekündigt ist',
	'From its first night in cinemas': 'Ab der Premiere im Kino',
	'When it can be had at home': 'Wenn es ihn für zu Hause gibt',
	'All episodes': 'Alle Folgen',
	'Episodes to come': 'Künftige Folgen',
	'The last three months and what comes': 'Die letzten drei Monate und was kommt',
	'The first episode alone': 'Nur die erste Folge',
	'The first season': 'Die erste Staffel',
	'The newest season': 'Die neueste Staffel',
	'None for now': 'Vorerst keine',
	'Episodes are counted': 'Folgen zählen',
	'By season and episode': 'Nach Staffel und Folge',
	'By date, a daily show': 'Nach Datum, tägliche Sendung',
	'By absolute number, anime': 'Nach laufender Nummer, Anime',
	'Look for new episodes': 'Nach neuen Folgen suchen',
	'A folder for each season': 'Ein Ordner je Staffel',
	'Choose a profile': 'Profil wählen',
	'They follow {profile} now': 'Sie folgen jetzt {profile}',
	'They follow their shelf now': 'Sie folgen jetzt ihrem Regal',

	'Chosen for it': 'Eigens gewählt',
	'Good enough': 'Gut genug',
	'Good enough, though a better release would be taken':
		'Gut genug, ein besseres Release würde aber genommen',
	'Something better is wanted': 'Besseres ist gesucht',
	'Could be better, but is not looked for': 'Könnte besser sein, wird aber nicht gesucht',
	'What is here stays: this profile never replaces.': 'Was da ist, bleibt: Dieses Profil ersetzt nie.',
	'{short} of {present} {present|episode|episodes} could be better':
		'{short} von {present} {present|Folge|Folgen} {short|könnte|könnten} besser sein',
	'{cutoff} is asked for.': 'Gewünscht ist {cutoff}.',
	'{quality}: {cutoff} is asked for.': '{quality}: gewünscht ist {cutoff}.',
	'{quality} is as good as {cutoff}, which is enough.': '{quality} ist so gut wie {cutoff}, das genügt.',
	'Its quality is not known': 'Qualität unbekannt',
	'Its name scores {score}, and {enough} is enough.': 'Der Name zählt {score} Punkte, {enough} genügen.',
	'Its name scores {score}, {enough} would be enough.':
		'Der Name zählt {score} Punkte, {enough} würden genügen.',
	'It is in {languages}.': 'In der gewünschten Sprache: {languages}.',
	'It is not in {languages}.': 'Nicht in der gewünschten Sprache: {languages}.',
	'the original language': 'Originalsprache',

	'Delete “{name}”?': '„{name}“ löschen?',
	'{followers} follow it.': 'Ihm folgen: {followers}.',
	'They follow instead': 'Sie folgen stattdessen',
	'What their shelf or the house says': 'Was ihr Regal oder das Haus sagt',
	'{count} series': '{count} Serien',
	'{count} {count|shelf|shelves}': '{count} {count|Regal|Regale}',
	'{count} {count|collection|collections}': '{count} {count|Sammlung|Sammlungen}',
	'Change the shelf {name}': 'Regal {name} ändern',
	'What all titles on this shelf share unless one says otherwise.':
		'Was für alle Titel dieses Regals gilt, solange einer nichts anderes sagt.',
	'Titles with a profile of their own keep it.': 'Titel mit eigenem Profil behalten es.',
	'The usual one of the house: {profile}': 'Das übliche des Hauses: {profile}',
	'For series that come to this shelf from now on.': 'Für Serien, die ab jetzt in dieses Regal kommen.',
	'Look for what is found': 'Nach Gefundenem suchen',
	'Titles that a scan finds here are monitored: what they lack is wanted.':
		'Titel, die ein Durchlauf hier findet, werden beobachtet: Was ihnen fehlt, ist gesucht.',

	'{have} of {all} {all|film|films} in the house': '{have} von {all} {all|Film|Filmen} im Haus',
	'Add {count} missing {count|film|films}': '{count} {count|fehlenden Film|fehlende Filme} hinzufügen',
	'Add what is missing': 'Fehlendes hinzufügen',
	'Every film of {name} that you leave ticked is wanted from then on.':
		'Jeder Film aus {name}, der angekreuzt bleibt, wird von da an gesucht.',
	'Keep {name} complete': '{name} vollständig halten',
	'Films that come to it are added by themselves, in the way you choose here.':
		'Filme, die dazukommen, werden von selbst hinzugefügt, so wie es hier gewählt ist.',
	'Add the {count} missing {count|film|films} too':
		'Auch {count} {count|fehlenden Film|fehlende Filme} hinzufügen',
	'Films that are added': 'Filme, die dazukommen',
	'{count} {count|film is|films are} wanted now': '{count} {count|Film wird|Filme werden} jetzt gesucht',
	'Add {count} {count|film|films}': '{count} {count|Film|Filme} hinzufügen',
	'Add what comes': 'Hinzufügen, was kommt',
	'Changed how films of {name} are added': 'Geändert, wie Filme aus {name} hinzugefügt werden',
	'Began to add what comes to {name}': 'Begonnen, hinzuzufügen, was zu {name} kommt',
	'Left {name} as it is': '{name} gelassen, wie es ist',
	'{name} is complete now': '{name} ist jetzt vollständig',
	'New films are added': 'Neue Filme kommen dazu',
	'New films are added by themselves': 'Neue Filme kommen von selbst dazu',
	'Add new films by itself': 'Neue Filme von selbst hinzufügen',
	'Films that come to {name} are added from now on':
		'Filme, die zu {name} kommen, werden ab jetzt hinzugefügt',
	'{name} is left as it is': '{name} bleibt, wie es ist',
	'See what collections have in them': 'Nachsehen, was zu Sammlungen gehört',
	'Keep collections complete': 'Sammlungen vollständig halten',
	'Looks for films that came to a collection, and adds them where it is monitored.':
		'Sucht nach Filmen, die zu einer Sammlung gekommen sind, und fügt sie hinzu, wo sie beobachtet wird.',

	'Show what is here too': 'Auch zeigen, was da ist',
	'Every year': 'Jedes Jahr',
	'Every rating': 'Jede Wertung',
	'Every language': 'Jede Sprache',
	'{decade}s': '{decade}er',
	'Before {year}': 'Vor {year}',
	'★ {rating} or more': '★ {rating} und mehr',
	'More is coming': 'Es kommt noch mehr',
	'Wanted already': 'Schon gesucht',
	'Nothing by that name, in the house or outside.': 'Nichts mit diesem Namen, weder im Haus noch draußen.',
	'Try the original title, or fewer words.':
		'Versuchen Sie es mit dem Originaltitel oder mit weniger Wörtern.',
	'Not in the house: add': 'Nicht im Haus: hinzufügen',

	'What is monitored and out, but not in the house.':
		'Was beobachtet wird und erschienen ist, aber nicht im Haus ist.',
	'What is in the house in a lesser quality than its profile settles for.':
		'Was in geringerer Qualität im Haus ist, als sein Profil genügen lässt.',
	'{profile}: {cutoff}': '{profile}: {cutoff}',
	'Every profile': 'Jedes Profil',
	'Leave {title} alone': '{title} in Ruhe lassen',
	'Nothing of this profile is wanting.': 'Von diesem Profil fehlt nichts.',
	'Discover something': 'Etwas entdecken',

	'Films can be added once there is a TMDB key.':
		'Filme lassen sich hinzufügen, sobald es einen TMDB-Schlüssel gibt.',
	'There is no such film with these ids.': 'Einen Film mit diesen Kennungen gibt es nicht.',
	'There is no such series with these ids.': 'Eine Serie mit diesen Kennungen gibt es nicht.',
	'What a collection lacks is known once there is a TMDB key.':
		'Was einer Sammlung fehlt, ist bekannt, sobald es einen TMDB-Schlüssel gibt.',
	'Choose another profile for its titles.': 'Wählen Sie ein anderes Profil für seine Titel.',
	'A person added it.': 'Jemand hat es hinzugefügt.',
	'Added {title}': '{title} hinzugefügt',
	'Deleted the profile {name}': 'Profil {name} gelöscht'
};
