export interface NzbFacts {
	sizeBytes: number;
	/** Names of its articles: two files that name the same are the same download. */
	articles: string[];
}

/** Nothing when it is no NZB, or one that is cut off. An NZB is XML, but always of this plain shape. */
export function nzbFacts(text: string): NzbFacts | undefined {
	if (!/<nzb[\s>]/i.test(text) || !/<\/nzb>\s*$/i.test(text)) return undefined;
	const articles: string[] = [];
	let sizeBytes = 0;
	for (const [, attributes, name] of text.matchAll(/<segment\b([^>]*)>([^<]*)<\/segment>/gi)) {
		sizeBytes += Number(/\bbytes\s*=\s*["'](\d{1,15})["']/i.exec(attributes!)?.[1] ?? 0);
		articles.push(name!.trim());
	}
	return { sizeBytes, articles };
}
