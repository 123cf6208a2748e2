import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

export type ArchiveFile = [path: string, text: string | Buffer];

/** A zip as any program makes it; `claim` writes another unpacked size into its headers. */
export function zip(files: readonly ArchiveFile[], { claim }: { claim?: number } = {}): Buffer {
	const parts: Buffer[] = [];
	const central: Buffer[] = [];
	let offset = 0;
	for (const [path, text] of files) {
		const [name, raw] = [Buffer.from(path), Buffer.from(text)];
		const packed = deflateRawSync(raw);
		const fields = Buffer.alloc(26);
		fields.writeUInt16LE(20, 0);
		fields.writeUInt16LE(8, 4);
		fields.writeUInt32LE(crc32(raw), 10);
		fields.writeUInt32LE(packed.length, 14);
		fields.writeUInt32LE(claim ?? raw.length, 18);
		fields.writeUInt16LE(name.length, 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(offset, 10);
		central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, tail, name]));
		parts.push(local);
		offset += local.length;
	}
	const directory = Buffer.concat(central);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(files.length, 8);
	end.writeUInt16LE(files.length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...parts, directory, end]);
}

export function tarGz(files: readonly ArchiveFile[]): Buffer {
	const blocks = files.flatMap(([path, text]) => {
		const content = Buffer.from(text);
		const header = Buffer.alloc(512);
		header.write(path, 0);
		header.write(content.length.toString(8).padStart(11, '0'), 124);
		header.write('0', 156);
		header.write('ustar\x0000', 257);
		return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
	});
	return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}
