import { createServer, type AddressInfo } from 'node:net';
import { crc32 } from 'node:zlib';

const articleBytes = 64 * 1024;

export interface Posting {
	nzb: Buffer;
	/** Bodies of the articles, by their names. */
	articles: Map<string, Buffer>;
}

/** A file as it is posted: yEnc in articles of some size, and the NZB that names them. */
export function post(name: string, content: Buffer): Posting {
	const total = Math.ceil(content.length / articleBytes);
	const articles = new Map<string, Buffer>();
	const segments: string[] = [];
	for (let part = 1; part <= total; part++) {
		const begin = (part - 1) * articleBytes;
		const piece = content.subarray(begin, begin + articleBytes);
		const id = `part${part}.${crc32(content)}@bijou.test`;
		const head = `=ybegin part=${part} total=${total} line=128 size=${content.length} name=${name}\r\n=ypart begin=${begin + 1} end=${begin + piece.length}\r\n`;
		const foot = `\r\n=yend size=${piece.length} part=${part} pcrc32=${crc32(piece).toString(16).padStart(8, '0')}\r\n`;
		const body = Buffer.concat([Buffer.from(head), yenc(piece), Buffer.from(foot)]);
		articles.set(id, body);
		segments.push(`<segment bytes="${body.length}" number="${part}">${id}</segment>`);
	}
	const nzb = `<?xml version="1.0" encoding="UTF-8"?>
<nzb xmlns="http://www.newzbin.com/DTD/2003/nzb">
<file poster="a@bijou.test" date="1700000000" subject="&quot;${name}&quot; yEnc (1/${total})">
<groups><group>alt.binaries.test</group></groups>
<segments>${segments.join('\n')}</segments>
</file>
</nzb>
`;
	return { nzb: Buffer.from(nzb), articles };
}

function yenc(bytes: Buffer): Buffer {
	const out: number[] = [];
	let column = 0;
	for (const byte of bytes) {
		const code = (byte + 42) & 255;
		const critical = code === 0 || code === 10 || code === 13 || code === 61 || (code === 46 && column === 0);
		if (critical) out.push(61, (code + 64) & 255);
		else out.push(code);
		column += critical ? 2 : 1;
		if (column < 128) continue;
		out.push(13, 10);
		column = 0;
	}
	return Buffer.from(out);
}

/** A news server that has these articles and no others. */
export async function startNews(articles: ReadonlyMap<string, Buffer>) {
	const server = createServer((socket) => {
		socket.setEncoding('latin1');
		socket.on('error', () => socket.destroy());
		socket.write('200 news.bijou.test ready\r\n');
		let pending = '';
		socket.on('data', (text: string) => {
			pending += text;
			for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
				answer(pending.slice(0, end));
				pending = pending.slice(end + 2);
			}
		});
		function answer(line: string) {
			const [verb = '', argument = ''] = line.split(' ');
			const command = verb.toUpperCase();
			if (command === 'QUIT') return void socket.end('205 bye\r\n');
			if (command === 'GROUP') return void socket.write(`211 1 1 1 ${argument}\r\n`);
			if (command === 'AUTHINFO')
				return void socket.write(argument.toUpperCase() === 'USER' ? '381 more\r\n' : '281 welcome\r\n');
			const body = articles.get(argument.replace(/^<|>$/g, ''));
			if (!['BODY', 'ARTICLE', 'STAT', 'HEAD'].includes(command)) return void socket.write('500 unknown\r\n');
			if (!body) return void socket.write('430 no such article\r\n');
			const code = { BODY: 222, ARTICLE: 220, STAT: 223, HEAD: 221 }[command]!;
			socket.write(`${code} 0 ${argument}\r\n`);
			if (command === 'STAT') return;
			if (command !== 'BODY')
				socket.write(`Message-ID: ${argument}\r\nSubject: test\r\n${command === 'ARTICLE' ? '\r\n' : ''}`);
			if (command !== 'HEAD')
				socket.write(Buffer.from(body.toString('latin1').replace(/(^|\r\n)\./g, '$1..'), 'latin1'));
			socket.write('.\r\n');
		}
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return {
		port: (server.address() as AddressInfo).port,
		async [Symbol.asyncDispose]() {
			await new Promise((done) => server.close(done));
		}
	};
}
