const boundary = /[\s/_\-.:]/;

/**
 * How well `text` answers what was typed: 0 for not at all, more for whole words, beginnings of words and letters that
 * stand together. Letters must come in order, as in 'stk' for 'System: Tasks'.
 */
export function matchScore(query: string, text: string): number {
	const wanted = fold(query).trim();
	const offered = fold(text);
	if (wanted === '') return 1;
	if (offered.startsWith(wanted)) return 1000 - offered.length;
	const at = offered.indexOf(wanted);
	if (at > 0) return (boundary.test(offered[at - 1] ?? '') ? 800 : 600) - at - offered.length / 10;
	return scattered(wanted, offered);
}

function scattered(wanted: string, offered: string): number {
	let score = 0;
	let from = 0;
	for (const letter of wanted.replaceAll(' ', '')) {
		const at = offered.indexOf(letter, from);
		if (at < 0) return 0;
		const begins = at === 0 || boundary.test(offered[at - 1] ?? '');
		score += begins ? 30 : at === from ? 20 : 1;
		from = at + 1;
	}
	// Letters strewn over a long text are no answer.
	const worth = score / wanted.length;
	return worth < 10 ? 0 : worth * 10;
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
