import { untrack, type Component } from 'svelte';
import type { Access } from '#core/access/permissions.ts';

/** A line of the palette: somewhere to go, or something to do. Titles are English; the palette translates them. */
export interface Command {
	id: string;
	title: string;
	/** Said after the title: what kind of thing it is, or where. */
	hint?: string;
	icon?: Component<{ size?: number | string; strokeWidth?: number | string; 'aria-hidden'?: 'true' }>;
	/** Other words people may try. */
	keywords?: string;
	keys?: string;
	access?: Access;
	href?: string;
	run?: () => void | Promise<void>;
}

let registered = $state.raw<readonly Command[]>([]);

/** Commands of everywhere and of the page now open. */
export const commands = () => registered;

/** For the time a page is open: `$effect(() => registerCommands([...]))`. */
export function registerCommands(more: readonly Command[]): () => void {
	// Those who register do so in an effect, which must not run again because of it.
	registered = [...untrack(commands), ...more];
	return () => {
		registered = untrack(commands).filter((command) => !more.includes(command));
	};
}
