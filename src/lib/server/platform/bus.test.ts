import pino from 'pino';
import { expect, test } from 'vitest';
import { createBus } from './bus.ts';

interface Facts {
	said: { text: string };
	done: { id: number };
}

function setUp() {
	const lines: string[] = [];
	const log = pino({}, { write: (line: string) => void lines.push(line) });
	return { bus: createBus<Facts>(log), lines };
}

test('a fact reaches those who listen for it, until they stop', () => {
	const { bus } = setUp();
	const heard: string[] = [];
	const stop = bus.on('said', ({ text }) => heard.push(text));
	bus.emit('said', { text: 'a' });
	bus.emit('done', { id: 1 });
	stop();
	bus.emit('said', { text: 'b' });
	expect(heard).toEqual(['a']);
});

test('some listen to everything', () => {
	const { bus } = setUp();
	const heard: unknown[] = [];
	bus.onAny((name, fact) => heard.push([name, fact]));
	bus.emit('said', { text: 'a' });
	bus.emit('done', { id: 1 });
	expect(heard).toEqual([
		['said', { text: 'a' }],
		['done', { id: 1 }]
	]);
});

test('a failing listener is logged and keeps nobody else from hearing', async () => {
	const { bus, lines } = setUp();
	const heard: number[] = [];
	bus.on('done', () => {
		throw new Error('first trouble');
	});
	bus.on('done', async () => {
		await Promise.resolve();
		throw new Error('second trouble');
	});
	bus.on('done', ({ id }) => heard.push(id));
	bus.emit('done', { id: 7 });
	await new Promise((resolve) => setTimeout(resolve));
	expect(heard).toEqual([7]);
	expect(lines.join('')).toContain('first trouble');
	expect(lines.join('')).toContain('second trouble');
});
