import { expect, test } from 'vitest';
import { nzbFacts } from './nzb-facts.ts';

const nzb = (inside: string) =>
	`<?xml version="1.0"?>\n<!DOCTYPE nzb PUBLIC "-//newzBin//DTD NZB 1.1//EN" "http://www.newzbin.com/DTD/nzb/nzb-1.1.dtd">\n<nzb xmlns="http://www.newzbin.com/DTD/2003/nzb">${inside}</nzb>\n`;

test('counts what its articles weigh, and names them', () => {
	const files = `<file subject="a"><segments><segment bytes="100" number="1">a@x</segment>
<segment number='2' bytes='50'> b@x </segment></segments></file><file><segments><segment bytes="7" number="1">c@x</segment></segments></file>`;
	expect(nzbFacts(nzb(files))).toEqual({ sizeBytes: 157, articles: ['a@x', 'b@x', 'c@x'] });
});

test('one with nothing in it is one all the same', () => {
	expect(nzbFacts(nzb(''))).toEqual({ sizeBytes: 0, articles: [] });
});

test.each([
	['', 'nothing'],
	['<error code="100" description="Wrong key"/>', 'an error'],
	[nzb('<file/>').slice(0, -10), 'one that is cut off'],
	['<rss></rss>', 'a feed']
])('%# is none: %s', (text) => {
	expect(nzbFacts(text)).toBeUndefined();
});
