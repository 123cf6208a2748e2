import { describe, expect, test } from 'vitest';
import { parseHtml } from '../page/html.ts';
import { textContent } from '../page/tree.ts';
import { parseXml } from '../page/xml.ts';
import { compileSelector, find, selectAll, selectFirst } from './select.ts';

const page =
	parseHtml(`<body class="Main page"><div id=a><h2>One <i>two</i></h2><p class=x>First</p><!-- no --><p title="T 1">Second<b></b></p>
	<p>3.5\u00a0GB</p><span> </span></div><table><tr><td class=n>1<td><a href="/get?id=5" data-k>link</a></tr><tr></tr></table>
	<script>var t = "hidden(\\"x\\")";</script><input type=checkbox checked><input disabled></body>`);
const texts = (selector: string) => selectAll(page, selector).map((element) => textContent(element).trim());

describe('finds', () => {
	test.each([
		['p.x', ['First']],
		['div > p:nth-child(2), div > p:first-of-type', ['First']],
		['p:nth-of-type(2n+1)', ['First', '3.5\u00a0GB']],
		['p:nth-last-child(3)', ['Second']],
		['p:not(.x):not([title])', ['3.5\u00a0GB']],
		['h2 + p', ['First']],
		['h2 ~ p ~ p', ['Second', '3.5\u00a0GB']],
		['[title^="T "][title$="1"][title*=" "]', ['Second']],
		['p[class!=x][title]', ['Second']],
		['p[title^=""]', []],
		['a[HREF*="id="][data-k]', ['link']],
		['td a:contains("link")', ['link']],
		['p:contains(nothing Second)', ['Second']],
		['p:contains("\\00a0GB")', ['3.5\u00a0GB']],
		['script:contains("hidden(\\\\\\"")', ['var t = "hidden(\\"x\\")";']],
		['tr:has(a[href^="/get"])', ['1link']],
		['tr:has(> td.n)', ['1link']],
		['tr:has()', ['1link']],
		['h2:has(~ p.x)', ['One two']],
		['a:not(.y)a:contains("link")', ['link']],
		['table > tbody > tr > td:first-child', ['1']],
		['b:empty', ['']],
		['span:empty', []],
		[':is(h2, b):not(:empty)', ['One two']],
		['body.Main.page > div#a > h2 i:only-child', ['two']],
		['BODY.main', []]
	])('%s', (selector, wanted) => expect(texts(selector)).toEqual(wanted));

	test('states of inputs', () => {
		expect(selectAll(page, 'input:checked')).toHaveLength(1);
		expect(selectAll(page, 'input:enabled')).toHaveLength(1);
	});
	test('with the whole document in view, though it looks in one element only', () => {
		const cell = selectFirst(page, 'td:nth-child(2)')!;
		expect(find(cell, 'table tr > td a')?.name).toBe('a');
		expect(find(cell, 'td.n')).toBeUndefined();
		expect(selectFirst(cell, ':scope > a')?.name).toBe('a');
	});
	test('through the whole page behind :root', () => {
		const cell = selectFirst(page, 'td')!;
		expect(find(cell, ':root h2')?.name).toBe('h2');
		expect(find(cell, ':root > body > div')?.name).toBe('div');
		expect(find(cell, ':root:contains("First")')?.name).toBe('body');
	});
});

test('names in XML lose prefix and case, attributes keep theirs', () => {
	const feed = parseXml(
		'<rss xmlns:t="x"><item><t:magnetURI>m</t:magnetURI><link>l</link><t:Attr Name="size"/><d><![CDATA[<b>&amp;]]></d></item></rss>'
	);
	expect(textContent(selectFirst(feed, 'magneturi')!)).toBe('m');
	expect(textContent(selectFirst(feed, 'item > link')!)).toBe('l');
	expect(selectAll(feed, 'attr[Name=size]')).toHaveLength(1);
	expect(selectAll(feed, 'attr[name=size]')).toHaveLength(0);
	expect(textContent(selectFirst(feed, 'd')!)).toBe('<b>&amp;');
});

test.each([
	['td:contains(12)'],
	['a:eq(0)'],
	['a::before'],
	['a >'],
	['[x=1'],
	[''],
	['a,,b'],
	['p:nth-child(x)']
])('%s is refused', (selector) => {
	expect(() => compileSelector(selector)).toThrow(/is invalid/);
});
