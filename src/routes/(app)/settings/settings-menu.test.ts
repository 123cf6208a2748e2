import { expect, test } from 'vitest';
import { settingsMenu } from './settings-menu.ts';

const folders = ['Library', ['/settings/root-folders', '/settings/bring']];
const pages = ['Releases', ['/settings/profiles', '/settings/formats']];

test('sections stand under their group in order, then pages, ports at the end', () => {
	const sections = [
		{ section: 'general', title: 'General', group: 'General' },
		{ section: 'jobs', title: 'History', group: 'System' },
		{ section: 'look', title: 'Look', group: 'General' }
	];
	const menu = settingsMenu(sections, [{ port: 'lamp', title: 'Lamps' }]);
	expect(menu.map(({ title, entries }) => [title, entries.map(({ href }) => href)])).toEqual([
		['General', ['/settings/general', '/settings/look']],
		['System', ['/settings/jobs']],
		folders,
		pages,
		['Connections', ['/settings/providers/lamp']]
	]);
	expect(settingsMenu([], []).map(({ title }) => title)).toEqual(['Library', 'Releases']);
});
