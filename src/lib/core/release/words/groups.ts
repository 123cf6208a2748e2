/** Groups that sign in ways of their own: in a bracket, behind " - ". */
export const knownGroups = new Set(
	'rh|dhd|ctrlhd|xzvn|dusictv|qxr|tigole|taoe|utr|joy|sev|afm72|bandi|qman|monolith|sampa|rzerox|vyndros|t3nzin|kappa|natty|rcvr|silence|hone|ghost|vialle|celdra|panda|darq|imsorny|frys|r00t|bludragon|yify|yts|yts.mx|yts.ag|yts.am|yts.lt|yts.bz|yts.re|hdo|hd-olimpo|hdolimpo|garshasp|weem|theheat|nahom|edge2020|freethefish|pootis|hdteam|spweb|horriblesubs|ime|anime time|project angel|hakata ramen|yogi|anna|theincognito|adc|kametsu|jbent|tmd|megusta|galaxyrg|goki|ainz'.split(
		'|'
	)
);

/** Groups whose name holds a dash or a dot, and those that sign without any mark before the name. */
export const oddGroups =
	'koten_gars|zønehd|hqmux|varyg|kcrt|126811|-zr-|bludragon|qxr|taoe|ben the men|d-z0n3|erai-raws|blu-bits|dx-tv|vh-prod|fight-bb|marine-ford|z-raws|anime-koi|ozc-anime|d-addicts|bae-raws|kralimarko|lmain|eml hdteam|e.n.d|ben.the.men|yts.mx|yts.lt|yts.am|yts.ag|yts.bz|yts.re'.split(
		'|'
	);
