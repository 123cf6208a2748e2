/** Groups that sign in ways of their own: in a bracket, behind " - ", with dots. */
export const knownGroups = new Set(
	'qxr|tigole|taoe|utr|joy|sev|afm72|bandi|qman|monolith|sampa|rzerox|vyndros|t3nzin|kappa|natty|rcvr|silence|hone|ghost|vialle|celdra|panda|darq|imsorny|frys|r00t|eml hdteam|lmain|datalass|bludragon|kralimarko|yify|yts|yts.mx|yts.ag|yts.am|yts.lt|yts.bz|yts.re|hdo|hd-olimpo|hdolimpo|ben.the.men|e.n.d|d-z0n3|fight-bb|garshasp|weem|theheat|natty|sigla|nahom|edge2020|freetheflow|dusictv|dhd|ctrlhd|xzvn|koten_gars|pootis|rarbg|hdteam|spweb'.split(
		'|'
	)
);
