const tlds =
	'com|org|net|info|tv|me|to|cc|io|co|eu|ru|de|fr|es|it|nl|in|ca|uk|us|biz|site|party|cam|phd|re|se|li|ws|is|sx|gratis|pics|yt|cz|sbs|show|tel|rodeo|fi|nu|ag|mx|lt|am|au|nz|za|gov|xyz|club|online|top|pw|live|co\\.uk|net\\.au|co\\.nz|org\\.au|co\\.za|mobi|name|pro|vip|link|ink|wtf|cx|ch|pl|br|kim|one|lol|red|blue|vc|space|website|art|app|dev|page|wiki|world|today|rocks|network|media|movie|video|film|games|zone|life|fun';
const domain = new RegExp(`^(?:www?[.,])?[a-z0-9][a-z0-9-]{1,40}\\.(?:[a-z0-9-]{2,30}\\.)?(?:${tlds})$`);
/** dots lost: "www site com" */
const spaced = new RegExp(`^www? [a-z0-9-]{2,40} (?:${tlds})$`);
const leadingHost =
	/^(?:www?[.,\s]\s?[a-z0-9-]{2,40}[.\s][a-z]{2,8}(?:\.[a-z]{2,4})?|[a-z0-9-]{3,40}\.(?:com|org|net|ca|co\.uk|org\.au|net\.au|co\.nz|co\.za|de|me|to|tv|io|info|biz|ru|eu|in|cc))(?=[\s_])/;

/** Words of a bracket that name a web site. */
export function isSite(content: string): boolean {
	const text = content.trim();
	return text.length < 60 && (domain.test(text) || spaced.test(text));
}

/** "site.net.Name": a site in small letters, while words of a title begin with a capital. */
const dottedHost = /^(?:www\.)?[a-z0-9-]{4,30}\.(?:com|net|org)\.(?=\p{Lu}\p{L})/u;

/** Length of a site written before the name: "www.site.com - Name". */
export function leadingSite(text: string, lowered: string, from: number): number {
	const head = lowered.slice(from, from + 90);
	const found = leadingHost.exec(head);
	if (!found) return dottedHost.exec(text.slice(from, from + 90))?.[0].length ?? 0;
	const rest = /^[\s_]*-[\s_]*|^[\s_]+/.exec(head.slice(found[0].length));
	const dashed = rest?.[0].includes('-') ?? false;
	// "Hacker.com 2019" is a title, "site.com Name 2019" begins with a site
	const free = /\.(?:com|net|org)$/.test(found[0]) && /^[\s_]+\p{L}{2}/u.test(head.slice(found[0].length));
	if (!dashed && !free && !/^www?[.,\s]/.test(head)) return 0;
	return found[0].length + (rest?.[0].length ?? 0);
}

/** Trackers and posters whose tag behind a name is no release group. */
export const trackerTags = new Set(
	'rartv|rarbg|ettv|eztv|eztvx|tgx|etHD|ethd|publichd|glodls|btn|ptp|horriblesubs batch|tjet|cttv|rarlv|vtv|prontv|n1c|katmoviehd|galaxyrg tgx|torrentgalaxy|1337x|kickass|kat|ipt|tl|ethel|no rars|norar|norars'.split(
		'|'
	)
);

/** Marks that re-posters hang on: "-Obfuscated", "-xpost". */
export const reposter =
	/-(?:rp|1|nzbgeek|obfuscated|obfuscation|scrambled|sample|pre|postbot|xpost|rakuv[a-z0-9]*|whiterev|buymore|asrequested|alternativetorequested|gerov|z0ids3n|chamele0n|4p|4planet|alte?zachen|captcha|wrteam|inc0gnito|repackpost|nzbcave|necros)$/;
