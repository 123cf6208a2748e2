export interface SetupStep {
	href: string;
	/** A word or two, for the row of steps. */
	title: string;
}

/** The wizard, in order: a step is a line here and a folder under `routes/(auth)/setup`. All but the first may be skipped. */
export const setupSteps: readonly SetupStep[] = [
	{ href: '/setup', title: 'You' },
	{ href: '/setup/home', title: 'This home' },
	{ href: '/setup/shelves', title: 'The shelves' },
	{ href: '/setup/downloads', title: 'Downloads' },
	{ href: '/setup/data', title: 'The machine' }
];

/** Where the wizard goes on; after its last step, home. */
export const stepAfter = (href: string): string =>
	setupSteps[setupSteps.findIndex((step) => step.href === href) + 1]?.href ?? '/';
