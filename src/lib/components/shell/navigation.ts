import type { Component } from 'svelte';
import Activity from '@lucide/svelte/icons/activity';
import Archive from '@lucide/svelte/icons/archive';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import Clapperboard from '@lucide/svelte/icons/clapperboard';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import Compass from '@lucide/svelte/icons/compass';
import Film from '@lucide/svelte/icons/film';
import Download from '@lucide/svelte/icons/download';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import History from '@lucide/svelte/icons/history';
import Ban from '@lucide/svelte/icons/ban';
import FolderInput from '@lucide/svelte/icons/folder-input';
import FlaskConical from '@lucide/svelte/icons/flask-conical';
import HeartPulse from '@lucide/svelte/icons/heart-pulse';
import House from '@lucide/svelte/icons/house';
import Radar from '@lucide/svelte/icons/radar';
import LibraryBig from '@lucide/svelte/icons/library-big';
import ScanSearch from '@lucide/svelte/icons/scan-search';
import ScrollText from '@lucide/svelte/icons/scroll-text';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import Telescope from '@lucide/svelte/icons/telescope';
import Trash2 from '@lucide/svelte/icons/trash-2';
import Tv from '@lucide/svelte/icons/tv';
import Undo2 from '@lucide/svelte/icons/undo-2';
import UserRound from '@lucide/svelte/icons/user-round';
import UsersRound from '@lucide/svelte/icons/users-round';
import Users from '@lucide/svelte/icons/users';
import { permissions as allPermissions, type Access, type Permission } from '#core/access/permissions.ts';

export interface Destination {
	title: string;
	href: string;
	icon: Component<{ size?: number | string; strokeWidth?: number | string; 'aria-hidden'?: 'true' }>;
	access: Access;
	/** `g`, then this letter. */
	letter?: string;
	/** Other words for the palette. */
	keywords?: string;
	/**
	 * 'front': rail and bottom bar. 'back': the rail's foot and the phone's menu. 'person': the profile menu.
	 * 'aside': the phone's menu and the palette; wide screens reach it from a page.
	 */
	place: 'front' | 'back' | 'person' | 'aside';
	/** It has no page of its own: its address leads on to the first below it. */
	leadsOn?: boolean;
	/** Pages under it; shown as a row on each of them. */
	children?: Omit<Destination, 'place' | 'leadsOn' | 'children'>[];
}

/** Every page people can go to: a page is one line here. */
export const navigation: Destination[] = [
	{ title: 'Home', href: '/', icon: House, access: 'signed-in', letter: 'h', place: 'front' },
	{
		title: 'Films',
		href: '/movies',
		icon: Film,
		access: 'library.read',
		letter: 'f',
		keywords: 'movies library posters',
		place: 'front'
	},
	{
		title: 'Series',
		href: '/series',
		icon: Tv,
		access: 'library.read',
		letter: 'v',
		keywords: 'shows tv episodes library',
		place: 'front'
	},
	{
		title: 'Discover',
		href: '/discover',
		icon: Compass,
		access: 'library.read',
		letter: 'd',
		keywords: 'popular trending tmdb new',
		place: 'front'
	},
	{
		title: 'Calendar',
		href: '/calendar',
		icon: CalendarDays,
		access: 'library.read',
		letter: 'c',
		keywords: 'upcoming airing ical',
		place: 'front'
	},
	{
		title: 'Wanted',
		href: '/wanted',
		icon: Telescope,
		access: 'library.read',
		letter: 'w',
		keywords: 'missing cutoff',
		place: 'front'
	},
	{
		title: 'Lab',
		href: '/lab',
		icon: FlaskConical,
		access: 'search.use',
		letter: 'r',
		keywords: 'release names parse formats profiles score test',
		place: 'back'
	},
	{
		title: 'Releases',
		href: '/releases',
		icon: Radar,
		access: 'search.use',
		letter: 'i',
		keywords: 'search indexers torrents usenet magnet',
		place: 'front'
	},
	{
		title: 'Activity',
		href: '/activity',
		leadsOn: true,
		icon: Download,
		access: 'search.use',
		keywords: 'downloads',
		place: 'front',
		children: [
			{
				title: 'Queue',
				href: '/activity/queue',
				icon: ListOrdered,
				access: 'search.use',
				letter: 'q',
				keywords: 'downloads torrents usenet progress'
			},
			{
				title: 'History',
				href: '/activity/history',
				icon: History,
				access: 'search.use',
				keywords: 'grabbed completed failed downloads'
			},
			{
				title: 'Blocklist',
				href: '/activity/blocklist',
				icon: Ban,
				access: 'downloads.manage',
				keywords: 'blocked refused releases'
			},
			{
				title: 'Past changes',
				href: '/activity/changes',
				icon: Undo2,
				access: 'library.edit',
				keywords: 'undo edits matches renamed deleted log'
			},
			{
				title: 'Trash',
				href: '/activity/trash',
				icon: Trash2,
				access: 'library.edit',
				keywords: 'deleted files restore bring back'
			}
		]
	},
	{
		title: 'Collections',
		href: '/collections',
		icon: LibraryBig,
		access: 'library.read',
		letter: 'o',
		keywords: 'sagas sets films that belong together',
		place: 'aside'
	},
	{
		title: 'Unmatched',
		href: '/unmatched',
		icon: ScanSearch,
		access: 'library.edit',
		letter: 'n',
		keywords: 'unidentified fix match',
		place: 'aside'
	},
	{
		title: 'Import',
		href: '/import',
		icon: FolderInput,
		access: 'library.edit',
		letter: 'm',
		keywords: 'manual import add files folder bring move',
		place: 'aside'
	},
	{
		title: 'People',
		href: '/people',
		icon: Users,
		access: 'users.manage',
		letter: 'p',
		keywords: 'users invite roles',
		place: 'back'
	},
	{
		title: 'Settings',
		href: '/settings',
		icon: SlidersHorizontal,
		access: 'settings.manage',
		letter: 's',
		keywords: 'configuration options',
		place: 'back'
	},
	{
		title: 'System',
		href: '/system',
		icon: Activity,
		access: 'system.read',
		letter: 'y',
		place: 'back',
		children: [
			{
				title: 'Tasks',
				href: '/system/tasks',
				icon: CalendarClock,
				access: 'system.read',
				letter: 't',
				keywords: 'schedule cron run'
			},
			{
				title: 'Jobs',
				href: '/system/jobs',
				icon: Clapperboard,
				access: 'system.read',
				letter: 'j',
				keywords: 'queue progress'
			},
			{ title: 'Health', href: '/system/health', icon: HeartPulse, access: 'system.read', letter: 'e' },
			{ title: 'Logs', href: '/system/logs', icon: ScrollText, access: 'system.read', letter: 'l' },
			{
				title: 'Backups',
				href: '/system/backups',
				icon: Archive,
				access: 'system.manage',
				letter: 'b',
				keywords: 'restore'
			},
			{ title: 'Audit', href: '/system/audit', icon: ShieldCheck, access: 'users.manage', letter: 'u' }
		]
	},
	{
		title: 'Account',
		href: '/account',
		icon: UserRound,
		access: 'signed-in',
		letter: 'a',
		keywords: 'password passkey sessions two factor',
		place: 'person'
	},
	{
		title: 'Switch profile',
		href: '/profiles',
		icon: UsersRound,
		access: 'signed-in',
		keywords: 'who is watching somebody else',
		place: 'person'
	}
];

const isPermission = (access: Access): access is Permission => Object.hasOwn(allPermissions, access);

/** Pages that ask for less than a permission are open to everybody who is signed in. */
export const mayGo = (access: Access, permissions: readonly Permission[]): boolean =>
	!isPermission(access) || permissions.includes(access);

export function allowed(permissions: readonly Permission[]): Destination[] {
	return navigation
		.filter((destination) => mayGo(destination.access, permissions))
		.map(({ children, ...rest }) =>
			children ? { ...rest, children: children.filter((child) => mayGo(child.access, permissions)) } : rest
		);
}

/** Whether the page at `path` lies at or under this address. */
export const leadsTo = (href: string, path: string): boolean =>
	href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
