const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const lineTags = /<\/?(?:br|p|div|ol|ul|tr|h\d)\b[^>]*>|<\/li>/gi;

/**
 * What a note of a definition says, line by line, for places that show no HTML. Notes are short and well formed; a real
 * parser would have to be in memory wherever forms are drawn.
 */
export function plainText(html: string): string {
	if (!/[<&]/.test(html)) return html.trim();
	return html
		.replace(/<(script|style)\b[^>]*>.*?<\/\1\s*>/gis, '')
		.replace(/<a\b[^>]*?href=["']?(https?:[^"'\s>]+)[^>]*>([^<]*)<\/a>/gi, (_, href: string, text: string) =>
			text.includes('://') ? text : `${text} (${href})`
		)
		.replace(lineTags, '\n')
		.replace(/<li\b[^>]*>/gi, '\n• ')
		.replace(/<\/?[a-z][^>]*>/gi, '')
		.replace(/&(?:#(\d{1,6})|(\w+));/g, (whole, code: string | undefined, name: string) =>
			code ? String.fromCodePoint(Number(code)) : (entities[name] ?? whole)
		)
		.split('\n')
		.map((line) => line.replace(/\s+/g, ' ').trim())
		.filter(Boolean)
		.join('\n');
}
