import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';
import { readDefinition } from './read-definition.ts';
import { settingFields, settingNotes } from './setting-fields.ts';

test('the settings of a definition become a form, its hints become notes', () => {
	const { definition } = readDefinition(`id: x
name: X
links: [http://x.test/]
caps: {modes: {search: [q]}}
settings:
  - {name: cookie, type: text, label: Cookie}
  - {name: help, type: info_cookie}
  - {name: free, type: checkbox, label: Only free, default: true}
  - {name: sort, type: select, label: Order, default: 4, options: {4: newest, 7: largest}}
  - {name: tip, type: info, label: Tip, default: Set 100 results a page.}
search:
  paths: [{path: a}]
  rows: {selector: tr}
  fields: {title: {selector: b}}
`);
	expect(settingFields(definition!)).toEqual([
		{ key: 'cookie', type: 'password', title: 'Cookie', required: false, secret: true },
		{ key: 'free', type: 'boolean', title: 'Only free', required: false, default: true },
		{
			key: 'sort',
			type: 'select',
			title: 'Order',
			required: false,
			default: '4',
			options: [
				{ value: '4', title: 'newest' },
				{ value: '7', title: 'largest' }
			]
		}
	]);
	expect(settingNotes(definition!)).toEqual([
		{ title: 'How to get the cookie', text: expect.stringContaining('copy the Cookie header') },
		{ title: 'Tip', text: 'Set 100 results a page.' }
	]);
});

test.each([
	['Plain & simple', 'Plain & simple'],
	['One.<br>Two <b>bold</b>', 'One.\nTwo bold'],
	[
		'<ol><li>First<li>Go to <a href="https://a.test/x">the page</a></ol>',
		'• First\n• Go to the page (https://a.test/x)'
	],
	['a &lt;b&gt;<script>x()</script>', 'a <b>']
])('%s says %j', (html, wanted) => expect(plainText(html)).toBe(wanted));
