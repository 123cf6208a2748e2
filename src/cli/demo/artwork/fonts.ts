import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';

/** The renderer reads TrueType only: a WOFF is the same tables, deflated. */
function unpack(woff: Buffer): Buffer {
	const count = woff.readUInt16BE(12);
	const power = Math.floor(Math.log2(count));
	const head = Buffer.alloc(12 + 16 * count);
	head.writeUInt32BE(woff.readUInt32BE(4), 0);
	[count, 16 * 2 ** power, power, 16 * (count - 2 ** power)].forEach((value, index) =>
		head.writeUInt16BE(value, 4 + index * 2)
	);
	const bodies: Buffer[] = [];
	let offset = head.length;
	for (let index = 0; index < count; index++) {
		const from = 44 + index * 20;
		const [at = 0, packed = 0, size = 0, sum = 0] = [4, 8, 12, 16].map((field) =>
			woff.readUInt32BE(from + field)
		);
		const raw = woff.subarray(at, at + packed);
		const body = packed < size ? inflateSync(raw) : raw;
		const padded = Buffer.alloc(Math.ceil(body.length / 4) * 4);
		body.copy(padded);
		woff.copy(head, 12 + index * 16, from, from + 4);
		[sum, offset, size].forEach((value, field) => head.writeUInt32BE(value, 16 + index * 16 + field * 4));
		bodies.push(padded);
		offset += padded.length;
	}
	return Buffer.concat([head, ...bodies]);
}

const faces = ['300-normal', '400-normal', '400-italic', '900-normal'];

/** Lets the picture renderer of this process use the display face of Bijou, whatever the machine has installed. */
export function useDisplayFace(folder: string): void {
	mkdirSync(folder, { recursive: true });
	const files = fileURLToPath(
		new URL('.', import.meta.resolve('@fontsource/fraunces/files/fraunces-latin-400-normal.woff'))
	);
	for (const face of faces) {
		for (const letters of ['latin', 'latin-ext']) {
			const name = `fraunces-${letters}-${face}`;
			writeFileSync(join(folder, `${name}.ttf`), unpack(readFileSync(join(files, `${name}.woff`))));
		}
	}
	const config = join(folder, 'fonts.conf');
	writeFileSync(
		config,
		`<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`
	);
	process.env['FONTCONFIG_FILE'] = config;
}
