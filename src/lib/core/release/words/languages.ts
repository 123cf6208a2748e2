/** One line a language: code; ISO 639-2/3 codes; full names in many tongues; short forms releases use. */
export interface LanguageRow {
	code: string;
	iso3: string;
	/** safe wherever the title is over */
	names: string;
	/** three letters, or ambiguous: safe among technical words */
	short?: string;
	/** two letters: only in capitals or in a list of languages */
	two?: string;
}

export const languageRows: LanguageRow[] = [
	{
		code: 'en',
		iso3: 'eng',
		names:
			'english|englisch|anglais|ingles|inglés|inglese|inglês|engelsk|engelska|английский|angielski|vo english|engaac|engdub',
		short: 'eng|ing',
		two: 'en|uk'
	},
	{
		code: 'fr',
		iso3: 'fra|fre',
		names:
			'french|truefrench|français|francais|québec|quebec|québécois|frances|francés|französisch|franzoesisch|francese|francês|vff|vfq|vf2|vfi|vfo|vof|voq|vf|французский|francuski|fransk',
		short: 'fre|fra|frn',
		two: 'fr'
	},
	{
		code: 'es',
		iso3: 'spa',
		names:
			'spanish|español|espanol|castellano|spanisch|spagnolo|espanhol|espagnol|испанский|hiszpanski|castilian|spanishdub',
		short: 'spa|esp|cast',
		two: 'es|sp'
	},
	{
		code: 'es-419',
		iso3: '',
		names: 'latino|latinoamericano|español latino|espanol latino|audio latino|latin spanish|spa latino',
		short: 'latam|latin'
	},
	{
		code: 'de',
		iso3: 'deu|ger',
		names:
			'german|deutsch|alemán|aleman|allemand|tedesco|alemão|немецкий|niemiecki|german dubbed|videomann|germandub',
		short: 'ger|deu',
		two: 'de'
	},
	{ code: 'de-CH', iso3: 'gsw', names: 'swissgerman|swiss german|schweizerdeutsch' },
	{
		code: 'it',
		iso3: 'ita',
		names: 'italian|italiano|italien|italienisch|итальянский|wloski',
		short: 'ita',
		two: 'it'
	},
	{
		code: 'pt',
		iso3: 'por',
		names: 'portuguese|português|portugues|portugais|portoghese|portugiesisch|portuguesa|pt pt',
		short: 'por',
		two: 'pt'
	},
	{
		code: 'pt-BR',
		iso3: '',
		names: 'brazilian|brasileiro|portugues br|português br|brazilian portuguese|portuguese br|pt br|ptbr',
		short: 'bra',
		two: 'br'
	},
	{
		code: 'nl',
		iso3: 'nld|dut',
		names: 'dutch|nederlands|nederlandse|niederländisch|hollands|holandês|néerlandais',
		short: 'dut|nld|ned',
		two: 'nl'
	},
	{ code: 'nl-BE', iso3: 'vls', names: 'flemish|vlaams' },
	{ code: 'da', iso3: 'dan', names: 'danish|dansk|dänisch|danois|dinamarquês', short: 'dan', two: 'dk|da' },
	{ code: 'sv', iso3: 'swe', names: 'swedish|svenska|svensk|schwedisch|sueco', short: 'swe', two: 'sv|se' },
	{
		code: 'no',
		iso3: 'nor|nob|nno',
		names: 'norwegian|norsk|norwegisch|norueguês',
		short: 'nor',
		two: 'no|nb'
	},
	{ code: 'fi', iso3: 'fin', names: 'finnish|suomi|finnisch|finlandais', short: 'fin', two: 'fi' },
	{ code: 'is', iso3: 'isl|ice', names: 'icelandic|íslenska', short: 'ice|isl' },
	{
		code: 'ja',
		iso3: 'jpn',
		names: 'japanese|japonais|japonés|japones|japonês|japanisch|giapponese|日本語|日语|日語',
		short: 'jpn|jap',
		two: 'jp|ja'
	},
	{ code: 'ko', iso3: 'kor', names: 'korean|coreano|coréen|koreanisch|한국어', short: 'kor', two: 'kr|ko' },
	{
		code: 'zh',
		iso3: 'zho|chi|cmn|yue',
		names:
			'chinese|mandarin|cantonese|chinois|chinesisch|chs|cht|big5|gb|chinês|chino|國語|国语|中文|粤语|粵語|繁中|简中|繁体|繁體|简体|簡體|中字|国配|國配|普通话',
		short: 'chi|zho|chn',
		two: 'cn|zh'
	},
	{
		code: 'ru',
		iso3: 'rus',
		names: 'russian|russisch|russo|russe|ruso|русский|rosyjski',
		short: 'rus',
		two: 'ru'
	},
	{ code: 'uk', iso3: 'ukr', names: 'ukrainian|українська|украинский|ukrainisch', short: 'ukr', two: 'ua' },
	{
		code: 'pl',
		iso3: 'pol',
		names:
			'polish|polski|polonês|lektor|lektor pl|lek pl|lekpl|pllek|pl lek|pldub|dubpl|pl dub|dub pl|dubbing pl|polska|napisypl|plsub|plsubbed|sub pl|pl sub',
		short: 'pol',
		two: 'pl'
	},
	{ code: 'cs', iso3: 'ces|cze', names: 'czech|čeština|cesky|tschechisch', short: 'cze|ces', two: 'cz|cs' },
	{ code: 'sk', iso3: 'slk|slo', names: 'slovak|slovenčina', short: 'slk|svk', two: 'sk' },
	{ code: 'hu', iso3: 'hun', names: 'hungarian|magyar|ungarisch', short: 'hun', two: 'hu' },
	{
		code: 'ro',
		iso3: 'ron|rum',
		names: 'romanian|română|rumänisch|rodubbed|rodub',
		short: 'rum|ron',
		two: 'ro'
	},
	{ code: 'bg', iso3: 'bul', names: 'bulgarian|български|bgaudio', short: 'bul', two: 'bg' },
	{ code: 'el', iso3: 'ell|gre', names: 'greek|ελληνικά|griechisch', short: 'gre|ell', two: 'gr|el' },
	{ code: 'tr', iso3: 'tur', names: 'turkish|türkçe|turkce|türkisch', short: 'tur', two: 'tr' },
	{
		code: 'he',
		iso3: 'heb',
		names: 'hebrew|hebdub|hebdubbed|עברית|hebräisch|hebraico',
		short: 'heb',
		two: 'he|il'
	},
	{ code: 'ar', iso3: 'ara', names: 'arabic|arabe|arabisch|árabe|arab|العربية', short: 'ara', two: 'ar' },
	{ code: 'fa', iso3: 'fas|per', names: 'persian|farsi|فارسی|persa', short: 'per|fas', two: 'ir|fa' },
	{ code: 'hi', iso3: 'hin', names: 'hindi|हिन्दी', short: 'hin', two: 'hi' },
	{ code: 'ta', iso3: 'tam', names: 'tamil|தமிழ்|tâmil', short: 'tam', two: 'ta' },
	{ code: 'te', iso3: 'tel', names: 'telugu|తెలుగు', short: 'tel', two: 'te' },
	{ code: 'ml', iso3: 'mal', names: 'malayalam|മലയാളം', short: 'mal' },
	{ code: 'kn', iso3: 'kan', names: 'kannada|ಕನ್ನಡ', short: 'kan' },
	{ code: 'bn', iso3: 'ben', names: 'bengali|bangla|বাংলা', short: 'ben' },
	{ code: 'mr', iso3: 'mar', names: 'marathi|मराठी', short: 'mar' },
	{ code: 'gu', iso3: 'guj', names: 'gujarati|ગુજરાતી', short: 'guj' },
	{ code: 'pa', iso3: 'pan', names: 'punjabi|ਪੰਜਾਬੀ', short: 'pun' },
	{ code: 'ur', iso3: 'urd', names: 'urdu|اردو', short: 'urd' },
	{ code: 'th', iso3: 'tha', names: 'thai|thailändisch|ไทย|tailandês', short: 'tha', two: 'th' },
	{ code: 'vi', iso3: 'vie', names: 'vietnamese|tiếng việt', short: 'vie', two: 'vn|vi' },
	{ code: 'id', iso3: 'ind', names: 'indonesian|bahasa indonesia', short: 'indo|ind' },
	{ code: 'ms', iso3: 'msa|may', names: 'malay|bahasa melayu|malaysian', short: 'msa' },
	{ code: 'tl', iso3: 'tgl|fil', names: 'tagalog|filipino', short: 'tgl|fil' },
	{ code: 'lt', iso3: 'lit', names: 'lithuanian|lietuvių|litauisch', short: 'lit', two: 'lt' },
	{ code: 'lv', iso3: 'lav', names: 'latvian|latviešu|lettisch', short: 'lav|lat', two: 'lv' },
	{ code: 'et', iso3: 'est', names: 'estonian|eesti', short: 'est', two: 'ee|et' },
	{ code: 'hr', iso3: 'hrv', names: 'croatian|hrvatski|kroatisch', short: 'hrv|cro' },
	{ code: 'sr', iso3: 'srp', names: 'serbian|srpski|српски|serbisch', short: 'srp|srb', two: 'rs|sr' },
	{ code: 'bs', iso3: 'bos', names: 'bosnian|bosanski', short: 'bos', two: 'ba' },
	{ code: 'sl', iso3: 'slv', names: 'slovenian|slovene|slovenski|slovenščina', short: 'slv', two: 'si' },
	{ code: 'mk', iso3: 'mkd|mac', names: 'macedonian|македонски', short: 'mkd', two: 'mk' },
	{ code: 'sq', iso3: 'sqi|alb', names: 'albanian|shqip', short: 'alb', two: 'sq|al' },
	{ code: 'ca', iso3: 'cat', names: 'catalan|català|catala|catalán|katalanisch', short: 'cat', two: 'ca' },
	{ code: 'eu', iso3: 'eus|baq', names: 'basque|euskera', short: 'eus' },
	{ code: 'gl', iso3: 'glg', names: 'galician|gallego|galego', short: 'glg' },
	{ code: 'ka', iso3: 'kat|geo', names: 'georgian|ქართული', short: 'geo|kat', two: 'ka' },
	{ code: 'az', iso3: 'aze', names: 'azerbaijani|azeri', short: 'aze', two: 'az' },
	{ code: 'uz', iso3: 'uzb', names: 'uzbek|uzbekistan', short: 'uzb', two: 'uz' },
	{ code: 'kk', iso3: 'kaz', names: 'kazakh|kazakhstan', short: 'kaz', two: 'kz' },
	{ code: 'be', iso3: 'bel', names: 'belarusian|беларуская', short: 'blr', two: 'by' },
	{ code: 'mn', iso3: 'mon|khk', names: 'mongolian|khalkha', short: 'mon' },
	{ code: 'rm', iso3: 'roh', names: 'romansh|rumantsch|romansch', short: 'roh' },
	{ code: 'af', iso3: 'afr', names: 'afrikaans', short: 'afr' },
	{ code: 'ga', iso3: 'gle', names: 'irish|gaelic', short: 'gle' },
	{ code: 'la', iso3: 'lat', names: 'lingua latina' },
	{ code: 'x-original', iso3: '', names: 'original|orig' }
];

/** Words that tell a language only of the subtitles. */
export const subtitleWords: Record<string, string> = {
	vostfr: 'fr',
	subfrench: 'fr',
	vost: 'fr',
	fastsub: 'fr',
	stfr: 'fr',
	subita: 'it',
	itasub: 'it',
	nlsubs: 'nl',
	nlsub: 'nl',
	nlsubbed: 'nl',
	swesub: 'sv',
	swesubs: 'sv',
	svsub: 'sv',
	hebsub: 'he',
	hebsubs: 'he',
	korsub: 'ko',
	korsubs: 'ko',
	engsub: 'en',
	engsubs: 'en',
	ensub: 'en',
	ensubs: 'en',
	ensubbed: 'en',
	engsubbed: 'en',
	esub: 'en',
	esubs: 'en',
	plsub: 'pl',
	plsubs: 'pl',
	plsubbed: 'pl',
	subpl: 'pl',
	napisypl: 'pl',
	rosub: 'ro',
	rosubs: 'ro',
	rosubbed: 'ro',
	slosubs: 'sk',
	slosub: 'sk',
	dksub: 'da',
	dksubs: 'da',
	danishsubs: 'da',
	finsub: 'fi',
	finsubs: 'fi',
	fisub: 'fi',
	norsub: 'no',
	nosubs: 'no',
	nordicsubs: 'nordic',
	nordic: 'nordic',
	nordicsub: 'nordic',
	gersub: 'de',
	gersubs: 'de',
	spasub: 'es',
	subesp: 'es',
	subspanish: 'es',
	czsub: 'cs',
	cztit: 'cs',
	sktit: 'sk',
	hunsub: 'hu',
	hunsubs: 'hu',
	arsub: 'ar',
	arabicsub: 'ar',
	subbr: 'pt-BR',
	undertekst: 'no',
	tursub: 'tr',
	chisub: 'zh',
	chisubs: 'zh',
	简繁内封字幕: 'zh',
	内封字幕: 'zh',
	简繁外挂: 'zh',
	简日双语: 'zh',
	简日内嵌: 'zh',
	繁日双语: 'zh',
	中文字幕: 'zh',
	简繁英字幕: 'zh',
	简繁内封: 'zh',
	简繁日外挂: 'zh',
	简繁日语字幕: 'zh'
};
