export type Token =
	| { kind: 'text'; text: string }
	| { kind: 'open' }
	| { kind: 'close' }
	| { kind: 'name'; name: string }
	| { kind: 'dot' }
	| { kind: 'local'; name: string }
	| { kind: 'string'; text: string }
	| { kind: 'word'; word: string }
	| { kind: 'mark'; mark: '(' | ')' | ',' | ':=' };

const stops = /[\s(){}",]/;

/** Cuts a template into literal texts and the tokens between `{{` and `}}`. Quoted texts know no escapes. */
export function lex(template: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	while (at < template.length) {
		const open = template.indexOf('{{', at);
		if (open < 0) {
			tokens.push({ kind: 'text', text: template.slice(at) });
			break;
		}
		if (open > at) tokens.push({ kind: 'text', text: template.slice(at, open) });
		tokens.push({ kind: 'open' });
		at = lexAction(template, open + 2, tokens);
	}
	return tokens;
}

function lexAction(template: string, start: number, tokens: Token[]): number {
	let at = start;
	while (at < template.length) {
		const char = template[at]!;
		if (/\s/.test(char)) at++;
		else if (template.startsWith('}}', at)) {
			tokens.push({ kind: 'close' });
			return at + 2;
		} else if (char === '(' || char === ')' || char === ',') {
			tokens.push({ kind: 'mark', mark: char });
			at++;
		} else if (template.startsWith(':=', at)) {
			tokens.push({ kind: 'mark', mark: ':=' });
			at += 2;
		} else if (char === '"') {
			const end = template.indexOf('"', at + 1);
			if (end < 0) throw new Error('a quoted text in the template does not end');
			tokens.push({ kind: 'string', text: template.slice(at + 1, end) });
			at = end + 1;
		} else {
			const end = wordEnd(template, at);
			tokens.push(wordToken(template.slice(at, end)));
			at = end;
		}
	}
	throw new Error('"{{" in the template is not closed by "}}"');
}

function wordEnd(template: string, start: number): number {
	let at = start + 1;
	while (at < template.length && !stops.test(template[at]!)) at++;
	return at;
}

function wordToken(word: string): Token {
	if (word === '.') return { kind: 'dot' };
	if (word.startsWith('.')) return { kind: 'name', name: word };
	if (word.startsWith('$')) return { kind: 'local', name: word };
	return { kind: 'word', word };
}
