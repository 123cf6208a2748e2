import type { Row } from '../dictionary.ts';

/** Words about the release itself: fixes, editions, flags that say something but set no field. */
export const release: Row[] = [
	[{ proper: 'proper' }, 2, 'proper|proper fix'],
	[{ repack: '1' }, 2, 'repack|rerip|repacked|reripped'],
	[{ real: 'real' }, 1, 'real'],
	[
		{ edition: "Director's Cut" },
		2,
		"director's cut|directors cut|director cut|director s cut|director's|directors edition|director's edition"
	],
	[{ edition: 'Extended' }, 2, 'extended|version longue|ext cut|extendida|extended collection'],
	[{ edition: 'Theatrical' }, 2, 'theatrical|theatrical cut|theatrical version|theatrical edition'],
	[{ edition: 'Unrated' }, 2, 'unrated|unrated edition|unrated cut|unrated version'],
	[{ edition: 'Uncensored' }, 2, 'uncensored'],
	[{ edition: 'Uncut' }, 2, 'uncut|uncut edition'],
	[
		{ edition: 'Remastered' },
		2,
		'remastered|restored|remaster|restore|4k remastered|4k restore|4k restored|4k remaster|rekonstruiert|digitally remastered|remasterizado|remasterizada'
	],
	[{ edition: 'IMAX' }, 2, 'imax|imax edition|imax enhanced'],
	[{ edition: 'Despecialized' }, 2, 'despecialized|despecialised|despecialized edition'],
	[
		{ edition: 'Special Edition' },
		2,
		'special edition|edition speciale|édition spéciale|edicion especial|edición especial|edizione speciale|special cut'
	],
	[{ edition: 'Ultimate' }, 2, 'ultimate edition|ultimate cut'],
	[
		{ edition: "Collector's Edition" },
		2,
		"collector's edition|collectors edition|collector edition|edition collector|collector"
	],
	[{ edition: 'Criterion' }, 2, 'criterion|criterion collection|criterion edition|the criterion collection'],
	[{ edition: 'Final Cut' }, 2, 'final cut|the final cut'],
	[{ edition: 'Fan Edit' }, 2, 'fanedit'],
	[{ edition: 'Open Matte' }, 2, 'open matte'],
	[{ edition: '2in1' }, 2, '2in1|3in1|4in1'],
	[{ edition: 'Deluxe' }, 2, 'deluxe edition|deluxe'],
	[{ edition: 'Limited' }, 2, 'limited|limited edition'],
	[{ edition: 'Festival' }, 2, 'festival cut|festival'],
	[{ edition: 'Rogue Cut' }, 2, 'rogue cut'],
	[{ edition: 'Diamond' }, 2, 'diamond edition|diamond luxe edition'],
	[{ edition: 'Signature' }, 2, 'signature edition'],
	[{ edition: 'Assembly Cut' }, 2, 'assembly cut'],
	[{ edition: 'Recut' }, 2, 'recut|recut extended'],
	[{ edition: 'Redux' }, 1, 'redux'],
	[{ edition: 'Alternative Cut' }, 2, 'alternate cut|alternative cut|alternate ending|alternate version'],
	[{ edition: 'Anniversary Edition' }, 2, 'anniversary edition|anniversary'],
	[{ tech: 'edition word' }, 1, 'edition|version|cut'],
	[
		{ complete: 'complete' },
		2,
		'complete|completa|completo|complet|integrale|intégrale|integral|completas|batch|full series|all seasons|complete series|the complete series|the complete|boxset|box set|completed'
	],
	[
		{ dubbed: 'dubbed' },
		2,
		'dubbed|dublado|dublada|doblado|doblada|dabing|dublaj|dub|dubs|doublé|fandub|fan dub|synced|mic dub|dubed'
	],
	[{ multi: 'dual' }, 2, 'dual audio|dual|dual áudio|2audio|audio dual|dual lang'],
	[{ multi: 'multi' }, 2, 'multi|multi audio|multilang|multi lang|multiaudio'],
	[{ multi: 'dl' }, 1, 'dl'],
	[{ multi: 'ml' }, 1, 'ml'],
	[
		{ sub: 'sub' },
		1,
		'sub|subbed|subtitled|leg|subtitulado|subtitulos|subtitulada|undertekst|napisy|st|sottotitoli'
	],
	[{ sub: 'sub' }, 3, 'legendado|legendada|legenda|legendas'],
	[
		{ sub: 'subs' },
		1,
		'subs|subtitles|esubs|multisubs|multisub|msubs|msub|multi subs|multi sub|multiple subtitle|multiple subtitles|dual subs|subpack|multi su'
	],
	[
		{ sub: 'hardsub' },
		1,
		'hc|hardsub|hardsubs|hardcoded|korsubs hc|hard sub|hardcoded subs|hardcoded sub|hardsubbed'
	],
	[
		{ tech: 'flag' },
		2,
		'internal|int|convert|converted|readnfo|read nfo|retail|stv|preair|proof|prooffix|nfofix|dirfix|samplefix|dubfix|fastsub|subfix|subforced|forced|unsubbed|reencoded|re encoded|reenc|colorized|colourized|remastered fix|read|rerelease|custom|vo|cdm|cds|1cd|2cd|3cd|cd1|cd2|cd3|2 cd|3 cd|cd1of2|cd2of2|disc1|disc2|subpack|audiopack|untouched|fixed|rifftrax|hdc'
	],
	[
		{ tech: 'flag' },
		1,
		'final|cc|fix|free|sample|documentary|doc|docu|doku|xxx|extras|extra|specials|movies|hybrid|nordic audio|line dubbed|feed|east coast feed|west coast feed|east feed|west feed|live|ova|oav|oad|ona|ost|ncop|nced|special|bonus|pack|dvd extras|webisode|com|org|net|unaired pilot|unaired|chaps|qc|usa|us|uk|eur|au|ca|gratis|exclusive|scene|no rars|by|par|ad|kg|org auds|language|languages|featurette|mastered|repack fix|size|saga|s2|batch 1|proper rip|imageset|split scenes'
	],
	[{ part: 'part' }, 1, 'part|parte|teil|partie']
];

/** Short edition marks, only in capitals. */
export const capitalEditions = new Map<string, string>(
	Object.entries({
		dc: "Director's Cut",
		se: 'Special Edition',
		om: 'Open Matte',
		ce: "Collector's Edition"
	})
);

export const containers = new Set(
	'mkv|mp4|avi|m4v|mov|wmv|flv|ts|m2ts|mts|webm|mpg|mpeg|ogm|ogv|vob|iso|divx|xvid|rmvb|rm|asf|3gp|strm|wtv|dvr-ms|f4v|mk3d|m2v|img|bdmv|disc|ifo|srt|ass|ssa|sub|idx|vtt|smi|sami|nfo|torrent|nzb|rar|zip|7z|mp3|flac|m4a|m4b|ogg|opus|wav|aac|mka|wma|ape|jpg|jpeg|png|txt|par2|sfv|epub|pdf'.split(
		'|'
	)
);
