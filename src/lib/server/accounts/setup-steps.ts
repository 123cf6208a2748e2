export interface SetupStep {
	id: string;
	title: string;
	description: string;
	href: string;
	/** Asked when the list is drawn. */
	done?(): boolean;
}

/** What is left to do after the account: later rooms add their own lines (keys, folders, indexers, clients). */
export const setupSteps: readonly SetupStep[] = [
	{
		id: 'home',
		title: 'Name this home',
		description: 'A name at the door, and the language of the house.',
		href: '/setup/home'
	},
	{
		id: 'data',
		title: 'Look where things are kept',
		description: 'The data folder, its backups and the health of the machine.',
		href: '/setup/data'
	}
];
