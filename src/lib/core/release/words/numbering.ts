/** Words for season and episode in many tongues. Plural and case forms are words of their own. */
export const seasonWords = new Set(
	'season|seasons|saison|saisons|stagione|stagioni|temporada|temporadas|série|temp|seizoen|staffel|staffeln|sezon|sezonul|sezona|сезон|сезона|сезоны|сезони|сез|sez|series|serie|se|säsong|kausi|sæson|sesong|évad|kautsi|сезонов|tem|saeson|season s'.split(
		'|'
	)
);
/** These are also common words, so a number has to stand right behind them. */
export const looseSeasonWords = new Set('series|serie|se|temp|sez|tem'.split('|'));
export const episodeWords = new Set(
	'episode|episodes|episodio|episodios|episódio|épisode|épisodes|ep|eps|e|capitulo|capitulos|capítulo|capítulos|cap|caap|folge|folgen|afl|aflevering|серия|серии|серій|серія|серії|сер|ser|эпизод|эпизоды|эп|bölüm|bolum|blm|odcinek|odc|avsnitt|afsnit|jakso|rész|resz|díl|dil|epizoda|episodul|puntata|puntate|serya|seriya|serii|eposode|osa|hluti|епизод|епізод|επεισόδιο|επ|tập|פרק|الحلقة|حلقة|قسمت|ตอนที่|ตอน'.split(
		'|'
	)
);
export const partWords = new Set('part|parts|pt|parte|teil|partie|часть'.split('|'));
export const rangeWords = new Set('to|a|à|ao|al|thru|through|до|по|bis'.split('|'));
export const listWords = new Set('and|en|y|e|et|und|i|и'.split('|'));
export const ofWords = new Set('of|из|iz|de|із|von|di|sur'.split('|'));
export const months = new Map<string, number>(
	Object.entries({
		jan: 1,
		january: 1,
		feb: 2,
		february: 2,
		mar: 3,
		march: 3,
		apr: 4,
		april: 4,
		may: 5,
		jun: 6,
		june: 6,
		jul: 7,
		july: 7,
		aug: 8,
		august: 8,
		sep: 9,
		sept: 9,
		september: 9,
		oct: 10,
		october: 10,
		nov: 11,
		november: 11,
		dec: 12,
		december: 12
	})
);
export const wordNumbers = new Map<string, number>(
	Object.entries({
		one: 1,
		two: 2,
		three: 3,
		four: 4,
		five: 5,
		six: 6,
		seven: 7,
		eight: 8,
		nine: 9,
		ten: 10,
		eins: 1,
		zwei: 2,
		un: 1,
		deux: 2,
		i: 1,
		ii: 2,
		iii: 3,
		iv: 4,
		v: 5,
		vi: 6,
		vii: 7,
		viii: 8,
		ix: 9,
		x: 10
	})
);
